package org.abate.process;

import static org.abate.process.CaseVariables.COMMISSION_MEETING_ON;

import java.util.List;
import java.util.Objects;
import org.abate.access.Caller;
import org.abate.casefile.Commission;
import org.abate.casefile.Meeting;
import org.abate.casefile.MeetingCalendar;
import org.abate.casefile.NewMeeting;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The commissions' calendar and the tasks that place a case on an agenda: such a task offers the coming meetings, the
 * next one first, and a change of the calendar reaches the tasks that are open.
 */
@Service
public class CommissionAgenda {

    /** What a task offers. */
    static final String OFFERED = "commissionMeetings";

    /** Whether there is nothing to offer; the form then says what to do. */
    static final String EMPTY = "calendarIsEmpty";

    private final MeetingCalendar calendar;
    private final Caller caller;
    private final ProcessEngine engine;

    CommissionAgenda(MeetingCalendar calendar, Caller caller, ProcessEngine engine) {
        this.calendar = calendar;
        this.caller = caller;
        this.engine = engine;
    }

    /**
     * Enters a meeting into the calendar.
     *
     * @throws AccessDeniedException if the caller does not keep it
     * @throws org.abate.casefile.CaseRefused with every fault of the input
     */
    @Transactional
    public void add(NewMeeting meeting) {
        requireKeeper();
        calendar.add(meeting);
        offerAnew();
    }

    /**
     * Takes a cancelled meeting out of the calendar.
     *
     * @throws AccessDeniedException if the caller does not keep it
     * @throws org.abate.casefile.CaseRefused if a case is on its agenda
     */
    @Transactional
    public void cancel(long id) {
        requireKeeper();
        calendar.cancel(id);
        offerAnew();
    }

    private void requireKeeper() {
        if (!caller.keepsMeetings()) {
            throw new AccessDeniedException("The liaison to the commissions keeps the calendar of their meetings");
        }
    }

    /** As a task opens that places a case on an agenda. */
    static void offer(MeetingCalendar calendar, DelegateTask task) {
        List<Meeting> meetings =
                coming(calendar, CaseVariables.PROGRAM.from(task).get());
        task.setVariableLocal(OFFERED, options(meetings));
        task.setVariableLocal(EMPTY, meetings.isEmpty());
        COMMISSION_MEETING_ON
                .on(task)
                .set(meetings.isEmpty() ? null : meetings.get(0).date().toString());
    }

    private void offerAnew() {
        List<String> open = AsEngine.asked(
                engine.getIdentityService(),
                () -> engine.getRuntimeService().createVariableInstanceQuery().variableName(OFFERED).list().stream()
                        .map(VariableInstance::getTaskId)
                        .filter(Objects::nonNull)
                        .toList());
        Command<Void> offer = context -> {
            open.forEach(task -> offer(calendar, context.getTaskManager().findTaskById(task)));
            return null;
        };
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(offer);
    }

    private static List<Meeting> coming(MeetingCalendar calendar, String program) {
        return Program.of(program).flatMap(Commission::of).map(calendar::coming).orElseGet(List::of);
    }

    private static TypedValue options(List<Meeting> meetings) {
        return Options.of(
                meetings,
                meeting -> DeadlineCalendar.inWords(meeting.date()) + ", " + meeting.place(),
                meeting -> meeting.date().toString());
    }
}
