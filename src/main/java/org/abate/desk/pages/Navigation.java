package org.abate.desk.pages;

import org.abate.access.Caller;
import org.abate.desk.VisibleCases;
import org.abate.desk.VisibleInventory;
import org.abate.desk.VisibleStages;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the head of every page shows: who is signed in, and where that person may go. */
@ControllerAdvice(basePackageClasses = Navigation.class)
class Navigation {

    private final Caller caller;
    private final VisibleCases visible;
    private final VisibleInventory inventory;
    private final VisibleStages stages;

    Navigation(Caller caller, VisibleCases visible, VisibleInventory inventory, VisibleStages stages) {
        this.stages = stages;
        this.inventory = inventory;
        this.caller = caller;
        this.visible = visible;
    }

    /** The user id; null where nobody is signed in. */
    @ModelAttribute("me")
    String me() {
        return caller.isSignedIn() ? caller.userId() : null;
    }

    @ModelAttribute("readsCases")
    boolean readsCases() {
        return !visible.programs().isEmpty();
    }

    /** Whoever reads the cases of the office air. */
    @ModelAttribute("readsInventory")
    boolean readsInventory() {
        return inventory.mayRead();
    }

    @ModelAttribute("readsCycleTimes")
    boolean readsCycleTimes() {
        return stages.any();
    }

    @ModelAttribute("worksOutPenalties")
    boolean worksOutPenalties() {
        return caller.mayWorkOutPenalties();
    }

    /** Whoever looks after the diagrams and the texts of letters. */
    @ModelAttribute("managesProcesses")
    boolean managesProcesses() {
        return caller.managesProcesses();
    }

    @ModelAttribute("opensCases")
    boolean opensCases() {
        return !visible.programsAtWork().isEmpty();
    }
}
