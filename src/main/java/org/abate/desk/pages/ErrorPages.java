package org.abate.desk.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is answered where no page and no operation could: one honest sentence, as a page or as a problem. */
@Controller
class ErrorPages implements ErrorController {

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request) {
        return page(status(request));
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        HttpStatus status = status(request);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence(status));
        problem.setProperty("errors", List.of());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static ModelAndView page(HttpStatus status) {
        ModelAndView page = new ModelAndView("desk/error", status);
        page.addObject("status", status.value());
        page.addObject("heading", heading(status));
        page.addObject("sentence", sentence(status));
        return page;
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }

    private static String heading(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "Page not found";
            case FORBIDDEN -> "Not allowed";
            case UNAUTHORIZED -> "Not signed in";
            default -> status.is5xxServerError() ? "Something failed" : "This request was not understood";
        };
    }

    private static String sentence(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing at this address, or nothing that your account may see.";
            case FORBIDDEN ->
                "Your account does not allow this, or the page was open for so long that it has to be loaded again.";
            case UNAUTHORIZED -> "Sign in to go on.";
            case METHOD_NOT_ALLOWED -> "This address does not take requests of this kind.";
            case NOT_ACCEPTABLE -> "This address does not answer in the form that was asked for.";
            case UNSUPPORTED_MEDIA_TYPE ->
                "This address does not take a body of this type; send application/json, or text/csv where it takes a file.";
            case PAYLOAD_TOO_LARGE -> "The body of this request is too large.";
            default ->
                status.is5xxServerError()
                        ? "This failed through a fault of the application, which is in its log with the time and the address."
                        : "The request was refused as it is; check the address and what was sent.";
        };
    }
}
