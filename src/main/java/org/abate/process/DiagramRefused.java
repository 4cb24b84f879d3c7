package org.abate.process;

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
                        report.getErrors().stream().map(problem -> sentence(report.getResourceName(), problem)))
                .collect(Collectors.joining("; "));
        return new FailureAnalysis(
                "A diagram that travels with the application is not accepted: " + problems,
                "Open the diagram in Camunda Modeler, correct the element that is named, and build again.",
                failure);
    }

    /** The guard's problems begin with the element or the file, the engine's do not. */
    private static String sentence(String file, Problem problem) {
        String message = problem.getMessage();
        String element = problem.getMainElementId();
        if (element == null || message.startsWith(element + ": ")) {
            element = "";
        } else {
            element += ": ";
        }
        String line = problem.getLine() > 0 ? ", line " + problem.getLine() : "";
        return message.startsWith(file) ? message : file + line + ": " + element + message;
    }
}
