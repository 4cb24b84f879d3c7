package org.abate.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * What somebody gets who is not signed in: a person who opens a page, the login page; anything else, 401. Never a Basic
 * challenge, which would hang Camunda's pages behind the browser's password box.
 */
class SignedOutAnswer implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (isPageVisit(request)) {
            response.sendRedirect(request.getContextPath() + LoginPage.PATH);
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
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
