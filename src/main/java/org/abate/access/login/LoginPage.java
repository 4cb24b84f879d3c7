package org.abate.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.abate.access.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which everybody signs in, whatever they open afterwards. */
@Controller
class LoginPage {

    static final String PATH = "/login";

    private static final Logger LOG = LoggerFactory.getLogger(LoginPage.class);

    private final Caller caller;
    private final SingleSignOn singleSignOn;

    LoginPage(Caller caller, SingleSignOn singleSignOn) {
        this.caller = caller;
        this.singleSignOn = singleSignOn;
    }

    @GetMapping(PATH)
    String login(@RequestParam MultiValueMap<String, String> query, Model model) {
        for (String outcome : List.of("error", "logout", "unknown", "interrupted")) {
            model.addAttribute(outcome, query.containsKey(outcome));
        }
        model.addAttribute("providers", singleSignOn.providers());
        return caller.isSignedIn() ? "redirect:/" : "login";
    }

    /** Back here, where it is said whether the person is nobody here or something went wrong on the way. */
    static void signOnFailed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean unknown = failure instanceof OAuth2AuthenticationException refusal
                && SingleSignOn.NO_ACCOUNT.equals(refusal.getError().getErrorCode());
        if (!unknown) {
            LOG.warn("Single sign-on failed: {}", failure.getMessage());
        }
        response.sendRedirect(request.getContextPath() + PATH + (unknown ? "?unknown" : "?interrupted"));
    }
}
