package org.abate.desk.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.abate.access.Caller;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Commission;
import org.abate.casefile.Meeting;
import org.abate.casefile.MeetingCalendar;
import org.abate.casefile.NewMeeting;
import org.abate.desk.VisibleCases;
import org.abate.process.CommissionAgenda;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The calendar of the commissions' meetings: everybody who reads cases reads it, their liaison keeps it. */
@Controller
@RequestMapping("/meetings")
class MeetingsPage {

    private static final String VIEW = "desk/meetings";

    private final MeetingCalendar calendar;
    private final CommissionAgenda agenda;
    private final VisibleCases visible;
    private final Caller caller;
    private final Shown shown;

    MeetingsPage(MeetingCalendar calendar, CommissionAgenda agenda, VisibleCases visible, Caller caller, Shown shown) {
        this.calendar = calendar;
        this.agenda = agenda;
        this.visible = visible;
        this.caller = caller;
        this.shown = shown;
    }

    @GetMapping
    String list(Model model) {
        return shown(FilledForm.of(Map.of()), model);
    }

    @PostMapping
    String add(@RequestParam Map<String, String> fields, Model model, RedirectAttributes redirect) {
        FilledForm form = FilledForm.of(fields);
        FormReader reader = new FormReader(form);
        Commission commission = Arrays.stream(Commission.values())
                .filter(each -> form.is("commission", each.name()))
                .findFirst()
                .orElse(null);
        NewMeeting meeting = new NewMeeting(commission, reader.day("date"), reader.text("place"));
        if (!reader.faults().isEmpty()) {
            return shown(form.with(reader.faults()), model);
        }
        try {
            agenda.add(meeting);
            redirect.addFlashAttribute("done", "The meeting is in the calendar.");
            return "redirect:/meetings";
        } catch (CaseRefused e) {
            return shown(form.with(e.faults()), model);
        }
    }

    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable long id, Model model, RedirectAttributes redirect) {
        try {
            agenda.cancel(id);
            redirect.addFlashAttribute("done", "The meeting is cancelled.");
            return "redirect:/meetings";
        } catch (CaseRefused e) {
            model.addAttribute(
                    "refused",
                    e.faults().stream()
                            .map(fault -> "The " + fault.field() + " " + fault.message() + ".")
                            .collect(Collectors.joining(" ")));
            return shown(FilledForm.of(Map.of()), model);
        }
    }

    private String shown(FilledForm form, Model model) {
        if (visible.programs().isEmpty()) {
            throw new AccessDeniedException("Your account does not read cases");
        }
        Map<Boolean, List<Meeting>> meetings = calendar.all().stream()
                .collect(Collectors.partitioningBy(meeting -> meeting.date().isBefore(shown.today())));
        model.addAttribute("coming", meetings.get(false));
        model.addAttribute("past", meetings.get(true));
        model.addAttribute("commissions", Commission.values());
        model.addAttribute("keeps", caller.keepsMeetings());
        model.addAttribute("form", form);
        return VIEW;
    }
}
