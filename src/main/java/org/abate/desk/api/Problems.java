package org.abate.desk.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;
import org.abate.casefile.NoSuchCase;
import org.abate.casefile.NoSuchDocument;
import org.abate.casefile.NoSuchInventory;
import org.abate.penalty.NoSuchRule;
import org.abate.penalty.WorksheetRefused;
import org.abate.process.EventRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;

/** Answers every refusal of the REST interface as a problem (RFC 9457) in words; what is wrong is listed by path. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final int MOST_FAULTS = 200;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(CaseRefused e) {
        return refused(e.faults());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(WorksheetRefused e) {
        return refused(e.faults().stream()
                .map(fault -> new Fault(fault.field(), fault.message()))
                .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(UnreadableBody e) {
        return problem(e.status(), e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(NoSuchCase e) {
        return problem(HttpStatus.NOT_FOUND, "There is no such case among those you may see");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(NoSuchDocument e) {
        return problem(HttpStatus.NOT_FOUND, "The case has no such document that you may see");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(NoSuchInventory e) {
        return problem(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(NoSuchRule e) {
        return problem(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notNow(EventRefused e) {
        return problem(HttpStatus.CONFLICT, e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAllowed(AccessDeniedException e) {
        return problem(HttpStatus.FORBIDDEN, e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> ourFault(Exception e, HttpServletRequest request) throws Exception {
        if (e instanceof ErrorResponse) {
            throw e;
        }
        LOG.error("{} {} failed{}", request.getMethod(), request.getRequestURI(), caseNumber(request), e);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "This failed through a fault of the application, which is in its log with the time and the address");
    }

    private static ResponseEntity<ProblemDetail> refused(List<Fault> faults) {
        List<Fault> named = faults;
        if (faults.size() > MOST_FAULTS) {
            named = new ArrayList<>(faults.subList(0, MOST_FAULTS));
            named.add(new Fault("body", "has " + (faults.size() - MOST_FAULTS) + " more faults that are not listed"));
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_ENTITY, "Nothing was stored; errors lists what is wrong");
        problem.setProperty("errors", named);
        return answer(problem);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("errors", List.of());
        return answer(problem);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String caseNumber(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("caseNumber") != null
                ? " for case " + variables.get("caseNumber")
                : "";
    }
}
