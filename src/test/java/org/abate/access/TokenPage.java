package org.abate.access;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Stands for the pages of ours that carry the token against forgery. */
@TestComponent
@org.springframework.stereotype.Controller
class TokenPage {

    @ResponseBody
    @GetMapping("/csrf-for-tests")
    String token(CsrfToken token) {
        return token.getToken();
    }
}
