package org.abate.access.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * What somebody gets who is not signed in: a person who opens a page, the login page; anything else, 401 and a problem
 * (RFC 9457) in words. Never a Basic challenge, which would hang Camunda's pages behind the browser's password box.
 */
class SignedOutAnswer implements AuthenticationEntryPoint {

    private static final String SIGN_IN = "Nobody is signed in: sign in on the login page, or send a user id and its"
            + " password with HTTP Basic; after wrong passwords an account waits";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (isPageVisit(request)) {
            response.sendRedirect(request.getContextPath() + LoginPage.PATH);
        } else {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, SIGN_IN);
            response.setStatus(problem.getStatus());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            JSON.writeValue(
                    response.getOutputStream(),
                    Map.of(
                            "type", problem.getType(),
                            "title", problem.getTitle(),
                            "status", problem.getStatus(),
                            "detail", problem.getDetail(),
                            "instance", request.getRequestURI(),
                            "errors", List.of()));
        }
    }

    static boolean isPageVisit(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return "GET".equals(request.getMethod())
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.getHeader("X-Requested-With") == null;
    }
}
