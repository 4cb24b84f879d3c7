package org.abate.desk.pages;

import org.abate.access.Caller;
import org.abate.casefile.Program;
import org.abate.desk.VisibleCases;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the head of every page shows: who is signed in, and where that person may go. */
@ControllerAdvice(basePackageClasses = Navigation.class)
class Navigation {

    private final Caller caller;
    private final VisibleCases visible;

    Navigation(Caller caller, VisibleCases visible) {
        this.caller = caller;
        this.visible = visible;
    }

    /** The user id; null where nobody is signed in. */
    @ModelAttribute("me")
    String me() {
        return Caller.SYSTEM.equals(caller.userId()) ? null : caller.userId();
    }

    @ModelAttribute("readsCases")
    boolean readsCases() {
        return !visible.programs().isEmpty();
    }

    @ModelAttribute("worksOutPenalties")
    boolean worksOutPenalties() {
        return caller.mayWorkOutPenalties();
    }

    @ModelAttribute("opensCases")
    boolean opensCases() {
        return visible.programsAtWork().contains(Program.TANKS);
    }
}
