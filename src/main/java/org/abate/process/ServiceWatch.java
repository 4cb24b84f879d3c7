package org.abate.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.ProofOfService;
import org.abate.correspondence.Correspondence;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * Has overdue proof of service asked for: of letters by certified mail whose last sending lies longer back than the
 * setting {@code overdueAfter}, the day it was sent being day 0. A few at a time, each time in a transaction of its own.
 */
@Component("serviceWatch")
class ServiceWatch implements JavaDelegate {

    /** As many tasks as open well within a step's lock, on a busy machine too. */
    static final int TASKS_AT_ONCE = 25;

    private final Correspondence correspondence;
    private final ProofOfService proof;
    private final ServiceReminders reminders;
    private final Clock clock;

    ServiceWatch(Correspondence correspondence, ProofOfService proof, ServiceReminders reminders, Clock clock) {
        this.correspondence = correspondence;
        this.proof = proof;
        this.reminders = reminders;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Settings settings = Settings.of((ExecutionEntity) execution);
        Set<DocumentKind> kinds = EnumSet.copyOf(correspondence.certified());
        exceptLetters(settings).map(DocumentKind::valueOf).forEach(kinds::remove);
        LocalDate sentBefore = LocalDate.now(clock).minus(Period.parse(settings.get("overdueAfter")));
        List<ProofOfService.Awaited> overdue = proof.overdue(kinds, sentBefore, TASKS_AT_ONCE);
        reminders.endWhatIsOver();
        overdue.forEach(reminders::open);
        CaseVariables.LETTERS_LEFT.on(execution).set(overdue.size() == TASKS_AT_ONCE);
    }

    /** The kinds that a manager has left out, as they are written. */
    static Stream<String> exceptLetters(Settings settings) {
        return settings.find("exceptLetters").stream()
                .flatMap(kinds -> Arrays.stream(kinds.split(",")))
                .map(String::strip);
    }
}
