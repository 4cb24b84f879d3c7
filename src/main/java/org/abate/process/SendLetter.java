package org.abate.process;

import static org.abate.process.CaseVariables.RESPONSE_RECEIVED;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Hearings;
import org.abate.correspondence.Correspondence;
import org.abate.correspondence.Letter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * Writes a letter and files it as sent, or, with the setting {@code fileOnly}, as a paper that stays in the file until
 * it is approved. The letter is named by the setting {@code letter}; the date by which it asks for a
 * response comes from the timer named by {@code deadlineTimer}, so that paper and engine agree.
 */
@Component("sendLetter")
class SendLetter implements JavaDelegate {

    private final Correspondence correspondence;
    private final LetterParticulars particulars;
    private final PenaltyOrderWork orders;
    private final NoticeWork notices;
    private final OrdersAndNotices ordersAndNotices;
    private final Hearings hearings;
    private final Clock clock;
    private final DeadlineCalendar calendar = new DeadlineCalendar();

    SendLetter(
            Correspondence correspondence,
            LetterParticulars particulars,
            PenaltyOrderWork orders,
            NoticeWork notices,
            OrdersAndNotices ordersAndNotices,
            Hearings hearings,
            Clock clock) {
        this.correspondence = correspondence;
        this.particulars = particulars;
        this.orders = orders;
        this.notices = notices;
        this.ordersAndNotices = ordersAndNotices;
        this.hearings = hearings;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ExecutionEntity step = (ExecutionEntity) execution;
        DocumentKind kind = DocumentKind.valueOf(Settings.of(step).get("letter"));
        Instant now = clock.instant();
        LocalDate respondBy = Settings.of(step)
                .find("deadlineTimer")
                .map(timer -> startClock(step, timer, now))
                .orElse(null);
        if (kind == DocumentKind.ADMINISTRATIVE_PENALTY_ORDER) {
            orders.issue(execution, execution.getProcessBusinessKey(), calendar.day(now));
        }
        if (kind == DocumentKind.PENALTY_ASSESSMENT_NOTICE) {
            notices.send(execution.getProcessBusinessKey(), execution);
        }
        Letter letter = new Letter(
                execution.getProcessBusinessKey(), kind, calendar.day(now), respondBy, particulars.of(kind, execution));
        if (Settings.of(step).isOn("fileOnly")) {
            correspondence.file(letter);
        } else {
            correspondence.send(letter, alsoOf(letter));
            ordersAndNotices.sent(kind, execution, calendar.day(now), Date.from(now));
        }
    }

    /** A notice that covers several proposals is filed in the case of each (10 CSR 60-6.040(1)). */
    private List<String> alsoOf(Letter letter) {
        return switch (letter.kind()) {
            case PUBLIC_NOTICE, HEARING_NOTICE ->
                hearings.joined(letter.caseNumber()).stream()
                        .map(Hearings.Matter::caseNumber)
                        .toList();
            default -> List.of();
        };
    }

    private LocalDate startClock(ExecutionEntity step, String timerId, Instant sent) {
        LetterDeadline deadline = LetterDeadline.of(step, timerId);
        if (CountedFrom.SET_BEFORE_LETTER.contains(deadline.countsFrom())) {
            Date from = calendar.date(step, deadline.countsFrom()).orElseThrow();
            return calendar.day(
                    calendar.resolveDuedate(deadline.duration(step), from).toInstant());
        }
        step.setVariableLocal(deadline.countsFrom(), Date.from(sent));
        RESPONSE_RECEIVED.on(step).setLocal(false);
        return calendar.day(calendar.resolveDuedate(deadline.duration(step), Date.from(sent))
                .toInstant());
    }
}
