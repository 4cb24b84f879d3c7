package org.abate.access.login;

import org.abate.access.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which everybody signs in, whatever they open afterwards. */
@Controller
class LoginPage {

    static final String PATH = "/login";

    private final Caller caller;

    LoginPage(Caller caller) {
        this.caller = caller;
    }

    @GetMapping(PATH)
    String login() {
        return Caller.SYSTEM.equals(caller.userId()) ? "login" : "redirect:/";
    }
}
