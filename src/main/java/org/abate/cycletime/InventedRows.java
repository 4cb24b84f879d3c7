package org.abate.cycletime;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.JdbcTemplate;

/** Some invented cases as rows of the record and of the engine's history, written together. */
class InventedRows {

    private static final String CASE = "INSERT INTO case_file (case_number, program, opening_year, serial, status,"
            + " facility_id, discovered_on, opened_at, opened_by, closed_on, closed_at, closed_by, closing_reason)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'invented', ?, ?, ?, ?)";
    private static final String INSTANCE =
            "INSERT INTO act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_,"
                    + " proc_def_id_, start_time_, end_time_, duration_, super_process_instance_id_, root_proc_inst_id_, tenant_id_,"
                    + " state_, end_act_id_) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String TASK = "INSERT INTO act_hi_taskinst (id_, task_def_key_, proc_def_key_, proc_def_id_,"
            + " root_proc_inst_id_, proc_inst_id_, execution_id_, act_inst_id_, name_, assignee_, start_time_, end_time_,"
            + " duration_, delete_reason_, priority_, due_date_, tenant_id_) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 50,"
            + " ?, ?)";
    private static final String ACTIVITY = "INSERT INTO act_hi_actinst (id_, parent_act_inst_id_, proc_def_key_,"
            + " proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_, act_id_, task_id_, act_name_, act_type_,"
            + " assignee_, start_time_, end_time_, duration_, act_inst_state_, tenant_id_)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String LINK = "INSERT INTO act_hi_identitylink (id_, timestamp_, type_, user_id_, group_id_,"
            + " task_id_, root_proc_inst_id_, operation_type_, proc_def_id_) VALUES (?, ?, ?, ?, ?, ?, ?, 'add', ?)";
    private static final String TIMER =
            "INSERT INTO act_hi_job_log (id_, timestamp_, job_id_, job_duedate_, job_def_type_,"
                    + " job_state_, act_id_, process_def_id_, execution_id_, process_instance_id_, root_proc_inst_id_)"
                    + " VALUES (?, ?, ?, ?, 'timer-transition', ?, ?, ?, ?, ?, ?)";

    private static final int CREATED = 0;
    private static final int FIRED = 2;
    private static final int DELETED = 3;

    private final JdbcTemplate database;
    private final Map<String, List<Object[]>> rows = new HashMap<>();
    private final Map<ProcessDefinition, String> instances = new HashMap<>();
    private Object[] open;
    private Program program;
    private String root;
    private String number;
    private Instant openedAt;
    private ProcessDefinition definition;
    private int tasks;

    InventedRows(JdbcTemplate database) {
        this.database = database;
    }

    void open(Program of, ProcessDefinition on, int year, int serial, long facility, Instant opened) {
        if (open != null) {
            leave(null);
        }
        program = of;
        definition = on;
        number = "%s-%04d-%05d".formatted(of.prefix(), year, serial);
        root = "invented-" + number;
        openedAt = opened;
        tasks = 0;
        instances.clear();
        Timestamp at = Timestamp.from(opened);
        open = new Object[] {
            number,
            of.id(),
            year,
            serial,
            "OPEN",
            facility,
            java.sql.Date.valueOf(at.toLocalDateTime().toLocalDate()),
            at,
            null,
            null,
            null,
            null
        };
    }

    void task(InventedSteps.Step step, Instant from, Instant claimed, Instant due, Instant end, String how) {
        String instance = instances.computeIfAbsent(
                step.diagram(), block -> block.equals(definition) ? root : root + "-" + block.getKey());
        String id = root + "-" + tasks++;
        String assignee = claimed == null ? null : step.inbox();
        long took = Duration.between(from, end).toMillis();
        String process = step.diagram().getId();
        add(
                TASK,
                id,
                step.id(),
                step.diagram().getKey(),
                process,
                root,
                instance,
                id,
                id,
                step.name(),
                assignee,
                at(from),
                at(end),
                took,
                how.equals("completed") ? "completed" : "deleted",
                at(due),
                program.office());
        add(
                ACTIVITY,
                id,
                instance,
                step.diagram().getKey(),
                process,
                root,
                instance,
                id,
                step.id(),
                id,
                step.name(),
                "userTask",
                assignee,
                at(from),
                at(end),
                took,
                how.equals("completed") ? 4 : 5,
                program.office());
        add(LINK, id + "-g", at(from), "candidate", null, step.inbox(), id, root, process);
        if (claimed != null) {
            add(LINK, id + "-u", at(claimed), "assignee", assignee, null, id, root, process);
        }
        if (how.equals("passed")) {
            add(TIMER, id, at(end), id, at(due), FIRED, null, process, id, instance, root);
        }
    }

    void close(Instant end, boolean withdrawn) {
        if (withdrawn) {
            add(
                    ACTIVITY,
                    root + "-w",
                    root,
                    definition.getKey(),
                    definition.getId(),
                    root,
                    root,
                    root,
                    "CaseWithdrawnReceived",
                    null,
                    "Case withdrawn",
                    "messageStartEvent",
                    null,
                    at(end),
                    at(end),
                    0L,
                    4,
                    program.office());
        }
        open[4] = withdrawn ? "WITHDRAWN" : "RETURNED_TO_COMPLIANCE";
        open[8] = java.sql.Date.valueOf(at(end).toLocalDateTime().toLocalDate());
        open[9] = at(end);
        open[10] = "invented";
        open[11] = withdrawn ? "Invented" : null;
        leave(end);
    }

    private void leave(Instant end) {
        rows.computeIfAbsent(CASE, none -> new ArrayList<>()).add(open);
        instances.put(definition, root);
        instances.forEach((diagram, instance) -> {
            boolean whole = diagram.equals(definition);
            add(
                    INSTANCE,
                    instance,
                    instance,
                    whole ? number : null,
                    diagram.getKey(),
                    diagram.getId(),
                    at(openedAt),
                    end == null ? null : at(end),
                    end == null ? null : Duration.between(openedAt, end).toMillis(),
                    whole ? null : root,
                    root,
                    program.office(),
                    end == null ? "ACTIVE" : "COMPLETED",
                    whole || end == null ? null : ends());
            if (diagram.getKey().equals("conference-conciliation-persuasion") && end != null) {
                limit(diagram.getId(), instance, end);
            }
        });
        open = null;
    }

    /** What persuasion comes to: six of ten to compliance, two each to a schedule and to formal enforcement. */
    private String ends() {
        return List.of("ReturnedToComplianceEnd", "ScheduleAgreed", "FormalEnforcement")
                .get(Math.max(0, Math.floorMod(number.hashCode(), 10) - 4) / 2);
    }

    /** The 180 days from discovery. */
    private void limit(String process, String instance, Instant end) {
        Timestamp due = at(openedAt.plus(Duration.ofDays(180)));
        boolean passed = at(end).after(due);
        String timer = "HundredEightyDaysPassed";
        String job = instance + "-180";
        add(TIMER, job, at(openedAt), job, due, CREATED, timer, process, instance, instance, root);
        add(
                TIMER,
                job + "e",
                passed ? due : at(end),
                job,
                due,
                passed ? FIRED : DELETED,
                timer,
                process,
                instance,
                instance,
                root);
    }

    /** @param serials the last number of each program and year, {@code "tanks 2026"} */
    void write(Map<String, Integer> serials) {
        if (open != null) {
            leave(null);
        }
        serials.forEach((key, last) -> {
            String[] parts = key.split(" ");
            Object[] counter = {last, parts[0], Integer.valueOf(parts[1])};
            String set = "UPDATE case_number SET last_serial = ? WHERE program = ? AND opening_year = ?";
            if (database.update(set, counter) == 0) {
                database.update(
                        "INSERT INTO case_number (last_serial, program, opening_year) VALUES (?, ?, ?)", counter);
            }
        });
        for (String table : List.of(CASE, INSTANCE, TASK, ACTIVITY, LINK, TIMER)) {
            database.batchUpdate(table, rows.getOrDefault(table, List.of()));
        }
    }

    private void add(String table, Object... values) {
        rows.computeIfAbsent(table, none -> new ArrayList<>()).add(values);
    }

    /** As the engine keeps moments: local, by the zone of this process. */
    private static Timestamp at(Instant moment) {
        return Timestamp.from(moment);
    }
}
