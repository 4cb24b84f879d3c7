package org.abate.access.login;

import java.util.Optional;
import org.abate.access.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which everybody signs in, whatever they open afterwards. */
@Controller
class LoginPage {

    static final String PATH = "/login";

    private final Caller caller;

    LoginPage(Caller caller) {
        this.caller = caller;
    }

    @GetMapping(PATH)
    String login(@RequestParam Optional<String> error, @RequestParam Optional<String> logout, Model model) {
        model.addAttribute("failed", error.isPresent());
        model.addAttribute("signedOut", logout.isPresent());
        return Caller.SYSTEM.equals(caller.userId()) ? "login" : "redirect:/";
    }
}
