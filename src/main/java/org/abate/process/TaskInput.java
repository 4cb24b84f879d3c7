package org.abate.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.access.Caller;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Fault;
import org.abate.casefile.Hearings;
import org.abate.correspondence.ForbiddenPhrases;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.spin.json.SpinJsonNode;

/** What a person enters into a task, checked at the door: the task's form says what is accepted. */
class TaskInput {

    private static final int LONGEST_NOTE = 4000;

    /** The blocks whose work every reader of a case may follow. */
    private static final Set<String> OPEN_BLOCKS = Set.of(
            "compliance-schedule", "minerals-notice", "coal-orders-and-notices", "public-hearing", "grant-in-effect");

    private final ProcessEngineConfigurationImpl engine;
    private final Forms forms;
    private final Clock clock;
    private final CaseRecord caseRecord;
    private final Hearings hearings;
    private final Caller caller;
    private final ForbiddenPhrases phrases;

    TaskInput(
            ProcessEngineConfigurationImpl engine,
            Forms forms,
            Clock clock,
            CaseRecord caseRecord,
            Hearings hearings,
            Caller caller,
            ForbiddenPhrases phrases) {
        this.hearings = hearings;
        this.engine = engine;
        this.forms = forms;
        this.clock = clock;
        this.caseRecord = caseRecord;
        this.caller = caller;
        this.phrases = phrases;
    }

    /** What the engine knows of a task before it is completed. */
    private record Asked(
            Form form,
            Map<String, Set<String>> offered,
            EarliestDays earliest,
            Set<String> held,
            Function<Map<String, Object>, List<Fault>> rule) {

        /**
         * What is left empty is empty from now on: it clears what an earlier round has answered, and a gateway may ask
         * about a yes or no that was not given.
         */
        Map<String, Object> withEmptyAnswers(Map<String, Object> answers) {
            form.fields().stream()
                    .filter(field ->
                            held.contains(field.key()) || field.meaning().equals("boolean"))
                    .forEach(field -> answers.putIfAbsent(field.key(), null));
            return answers;
        }
    }

    /**
     * The input with the types the diagrams expect.
     *
     * @throws Refusal with every fault; also where the task is done or its deadline has passed
     */
    Map<String, Object> check(String taskId, Map<String, Object> entered) {
        Map<String, Object> input = entered == null ? Map.of() : entered;
        return asked(taskId)
                .map(asked -> asked.withEmptyAnswers(checked(asked, input)))
                .orElse(input);
    }

    private Map<String, Object> checked(Asked asked, Map<String, Object> input) {
        FormCheck check = new FormCheck(feel(), today(), asked.offered(), asked.earliest(), phrases::objection);
        return refusedWith(() -> check.check(asked.form(), input), refused -> {
            Map<String, Object> answers = check.valid(asked.form(), input);
            // One line that is no milestone does not hide what is wrong with the others
            Set<String> lines = asked.form().fields().stream()
                    .filter(field -> field.meaning().equals("milestones"))
                    .map(Form.Field::key)
                    .filter(key -> input.get(key) instanceof String)
                    .collect(Collectors.toSet());
            lines.forEach(key -> answers.put(key, input.get(key)));
            return asked.rule().apply(answers).stream()
                    .filter(fault -> lines.contains(fault.field()) || !refused.contains(fault.field()))
                    .toList();
        });
    }

    /**
     * What a process is started with, with the types the diagrams expect; a box that is not ticked says no.
     *
     * @param recorded the fields that the record has already
     * @param others what else is wrong with the answers that are as the form wants them
     * @throws Refusal with every fault, each field's once: where the form refuses an answer nothing else is said of it
     */
    Map<String, Object> checkStart(
            String formKey,
            Map<String, Object> entered,
            Set<String> recorded,
            Function<Map<String, Object>, List<Fault>> others) {
        Form form = forms.latest(formKey).orElse(Form.NOTHING).without(recorded);
        FormCheck check = new FormCheck(feel(), today(), Map.of(), EarliestDays.NONE, phrases::objection);
        Map<String, Object> answers = new HashMap<>(refusedWith(
                () -> check.check(form, entered), refused -> others.apply(check.valid(form, entered)).stream()
                        .filter(fault -> !refused.contains(fault.field()))
                        .toList()));
        form.fields().stream()
                .filter(field -> field.type().equals("checkbox"))
                .forEach(field -> answers.putIfAbsent(field.key(), false));
        return answers;
    }

    /** @param others what else is wrong, the form having refused these fields */
    private static Map<String, Object> refusedWith(
            Supplier<Map<String, Object>> checked, Function<Set<String>, List<Fault>> others) {
        try {
            return checked.get();
        } catch (Refusal refusal) {
            Set<String> refused = refusal.faults().stream().map(Fault::field).collect(Collectors.toSet());
            throw new Refusal(Stream.concat(refusal.faults().stream(), others.apply(refused).stream())
                    .toList());
        }
    }

    /** @throws Refusal where a name is not one the task's form asks for */
    void checkNames(String taskId, Collection<String> names) {
        asked(taskId).ifPresent(asked -> names.stream()
                .filter(name -> !asked.form().keys().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Refusal(name, "this task does not ask for it");
                }));
    }

    private Optional<Asked> asked(String taskId) {
        Command<Optional<Asked>> find = context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task == null || task.getExecution() == null || task.getTaskDefinition() == null) {
                return Optional.empty();
            }
            engine.getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
            Form form = forms.of(task);
            return Optional.of(new Asked(
                    form,
                    offered(form, task),
                    EarliestDays.of(form, task.getExecution()),
                    task.getVariableNames(),
                    rule(task)));
        };
        return engine.getCommandExecutorTxRequired().execute(find);
    }

    /**
     * What the rule refuses of a request's items, of a proposal, of the notice of one, of a hearing and its notice, of a
     * renewal and of a new schedule; what it refuses of other tasks is said once their form is in order.
     */
    private Function<Map<String, Object>, List<Fault>> rule(TaskEntity task) {
        return Recording.of(Settings.of(task.getExecution()))
                .map(what -> rule(what, task))
                .orElse(valid -> List.of());
    }

    private Function<Map<String, Object>, List<Fault>> rule(Recording what, TaskEntity task) {
        String caseNumber = task.getExecution().getProcessBusinessKey();
        return switch (what) {
            case COMPLETENESS ->
                new CompletenessCheck(caseRecord.get(caseNumber).request(), forms.of(task))::faults;
            case PROPOSAL -> new ProposalCheck(caseRecord.get(caseNumber).request(), task, today())::faults;
            case NOTICE_CIRCULATED -> valid -> hearing(caseNumber).circulated(valid);
            case HEARING_ARRANGED -> valid -> hearing(caseNumber).arranged(valid);
            case HEARING_NOTICE_GIVEN -> {
                LocalDate hearing = HearingSession.arrangedFor(task);
                boolean requested = !HearingSession.requesters(task).isEmpty();
                yield valid -> hearing(caseNumber).noticeGiven(valid, hearing, requested);
            }
            case RENEWAL ->
                new RenewalCheck(
                                caseRecord.get(caseNumber).request().system(),
                                task.getVariable("exemptionGround"),
                                today())::faults;
            case NEW_SCHEDULE ->
                NewScheduleWork.check(caseRecord.get(caseNumber).request(), task, today())::faults;
            default -> valid -> List.of();
        };
    }

    private HearingCheck hearing(String caseNumber) {
        return new HearingCheck(AreasServed.of(caseNumber, caseRecord, hearings), today());
    }

    private static Map<String, Set<String>> offered(Form form, TaskEntity task) {
        Map<String, Set<String>> offered = new HashMap<>();
        for (Form.Field field : form.fields()) {
            field.optionsVariable().ifPresent(variable -> {
                if (task.getVariable(variable) instanceof SpinJsonNode options) {
                    offered.put(variable, Options.values(options));
                }
            });
        }
        return offered;
    }

    /** What was thrown as a task was completed; a refusal says of which form it is. */
    RuntimeException refused(String taskId, RuntimeException thrown) {
        return Refusal.unwrapped(thrown) instanceof Refusal refusal
                ? asked(taskId).map(asked -> refusal.of(asked.form())).orElse(refusal)
                : thrown;
    }

    /** As {@link #refused}, of the start form of a process. */
    RuntimeException refusedStart(String processDefinitionId, RuntimeException thrown) {
        if (!(Refusal.unwrapped(thrown) instanceof Refusal refusal)) {
            return thrown;
        }
        Command<Form> start = context ->
                forms.ofStart(engine.getDeploymentCache().findDeployedProcessDefinitionById(processDefinitionId));
        return refusal.of(engine.getCommandExecutorTxRequired().execute(start));
    }

    /** Whether the task is still open. */
    boolean exists(String taskId) {
        Command<Boolean> find = context -> context.getTaskManager().findTaskById(taskId) != null;
        return engine.getCommandExecutorTxRequired().execute(find);
    }

    /**
     * The honest sentence for a task that is gone: completed by somebody else, or ended by its deadline. In the latter
     * case what was typed is kept on the case's timeline, so that nothing is lost to a timer. Who may not read the case
     * learns nothing of it, and leaves nothing there.
     */
    Refusal gone(String taskId, Map<String, Object> entered) {
        HistoricTaskInstance task = ended(taskId);
        Optional<CaseFile> file = task == null ? Optional.empty() : caseOf(task);
        if (file.isEmpty() || !mayRead(file.get())) {
            return new Refusal("task", "there is no such task; it may have been completed already");
        }
        if ("completed".equals(task.getDeleteReason())) {
            return new Refusal(
                    "task",
                    "\"" + task.getName() + "\" has been completed already"
                            + Optional.ofNullable(task.getAssignee())
                                    .map(who -> " by " + who)
                                    .orElse("")
                            + "; your entry was not stored");
        }
        if (entered == null || entered.isEmpty()) {
            return new Refusal("task", "\"" + task.getName() + "\" has ended: its deadline passed or the case went on");
        }
        keep(task, file.get().caseNumber(), entered);
        return new Refusal(
                "task",
                "\"" + task.getName()
                        + "\" has ended, its deadline passed or the case went on; what you entered is kept on the timeline of case "
                        + file.get().caseNumber());
    }

    private HistoricTaskInstance ended(String taskId) {
        Command<HistoricTaskInstance> find =
                context -> context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
        HistoricTaskInstance task = engine.getCommandExecutorTxRequired().execute(find);
        return task == null || task.getEndTime() == null ? null : task;
    }

    private boolean mayRead(CaseFile file) {
        return !caller.isSignedIn() || caller.mayReadCases(file.program().office());
    }

    private void keep(HistoricTaskInstance task, String caseNumber, Map<String, Object> entered) {
        StringBuilder kept = new StringBuilder("Entered into \"" + task.getName() + "\" after it had ended:");
        entered.forEach((name, value) -> kept.append('\n')
                .append(name)
                .append(": ")
                .append(value instanceof String || value instanceof Number || value instanceof Boolean ? value : "?"));
        String text = kept.substring(0, Math.min(kept.length(), LONGEST_NOTE)).replaceAll("[\\p{Cc}&&[^\\n]]", " ");
        boolean called = !task.getProcessInstanceId().equals(task.getRootProcessInstanceId());
        if (isPenaltyWork(called, task.getProcessDefinitionKey())) {
            caseRecord.confidentialNote(caseNumber, "LATE_ENTRY", text);
        } else {
            caseRecord.note(caseNumber, "LATE_ENTRY", text);
        }
    }

    /** What belongs to penalty work stays as confidential as that; every block but the open ones is taken for it. */
    static boolean isPenaltyWork(boolean called, String process) {
        return called && !OPEN_BLOCKS.contains(process);
    }

    private Optional<CaseFile> caseOf(HistoricTaskInstance task) {
        Command<String> find = context -> {
            var instance = context.getHistoricProcessInstanceManager()
                    .findHistoricProcessInstance(task.getProcessInstanceId());
            return instance == null ? null : instance.getBusinessKey();
        };
        return Optional.ofNullable(engine.getCommandExecutorTxRequired().execute(find))
                .flatMap(caseRecord::find);
    }

    private FeelEngine feel() {
        return engine.getDmnEngineConfiguration().getFeelEngine();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
