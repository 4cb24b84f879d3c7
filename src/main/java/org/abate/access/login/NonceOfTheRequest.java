package org.abate.access.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each of Camunda's pages the nonce of its own headers. Camunda keeps it where all requests share it, so that of
 * two people who open Tasklist in the same instant one sees an empty page: the browser refuses every script.
 */
class NonceOfTheRequest extends OncePerRequestFilter {

    private static final String NONCE = ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ServletContext own = own(request);
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletContext getServletContext() {
                        return own;
                    }
                },
                response);
    }

    private static ServletContext own(HttpServletRequest request) {
        return (ServletContext) Proxy.newProxyInstance(
                NonceOfTheRequest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> isForNonce(method, arguments)
                        ? nonce(request, arguments)
                        : passedOn(request.getServletContext(), method, arguments));
    }

    private static boolean isForNonce(Method method, Object[] arguments) {
        return method.getName().endsWith("Attribute") && NONCE.equals(arguments[0]);
    }

    private static Object nonce(HttpServletRequest request, Object[] arguments) {
        if (arguments.length == 1) {
            return request.getAttribute(NONCE);
        }
        request.setAttribute(NONCE, arguments[1]);
        return null;
    }

    private static Object passedOn(ServletContext shared, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(shared, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
