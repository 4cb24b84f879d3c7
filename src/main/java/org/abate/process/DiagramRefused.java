package org.abate.process;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence what to do where the application cannot start because a packaged diagram is not accepted. */
class DiagramRefused extends AbstractFailureAnalyzer<ParseException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, ParseException refused) {
        String problems = refused.getResorceReports().stream()
                .flatMap(report ->
                        errors(report.getErrors()).lines().map(line -> report.getResourceName() + ": " + line))
                .collect(Collectors.joining("; "));
        return new FailureAnalysis(
                "A diagram that travels with the application is not accepted: " + problems,
                "Open the diagram in Camunda Modeler, correct the element that is named, and build again.",
                failure);
    }

    private static String errors(List<Problem> problems) {
        return problems.stream()
                .map(problem -> "line " + problem.getLine() + ", element " + problem.getMainElementId() + ": "
                        + problem.getMessage())
                .collect(Collectors.joining("\n"));
    }
}
