package org.abate.desk;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finished stages of a version of the tank ladder that no other test has. */
record InventedStages(JdbcClient database, String caseNumber) {

    static final String FILTER = "process=tank-enforcement&version=99";
    static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-02T12:00:00-06:00");

    /** None but those that are added now. */
    static InventedStages in(JdbcClient database, String caseNumber) {
        database.sql("DELETE FROM finished_stage WHERE version IN (98, 99)").update();
        return anew(database, caseNumber);
    }

    /** Those added so far are of the version before. */
    InventedStages nextVersion() {
        database.sql("UPDATE finished_stage SET version = 98, diagram_version = 98 WHERE version = 99")
                .update();
        return anew(database, caseNumber);
    }

    private static InventedStages anew(JdbcClient database, String caseNumber) {
        database.sql("UPDATE finished_stage_edition SET edition = edition + 1").update();
        return new InventedStages(database, caseNumber);
    }

    /** A task that was there at noon, claimed after half of the days it took, and due after eight. */
    void task(String stage, int days, String outcome) {
        add("TASK", stage, "RESPONSIBLE_PARTY", days, outcome);
    }

    /** Likewise, in a block that the process calls. */
    void inBlock(String diagram, String stage, String name, int days) {
        waitingOn("DEPARTMENT", stage, days);
        database.sql("UPDATE finished_stage SET diagram = :diagram, name = :name WHERE version = 99 AND stage = :stage"
                        + " AND seconds = :seconds")
                .param("diagram", diagram)
                .param("name", name)
                .param("stage", stage)
                .param("seconds", days * 86400L)
                .update();
    }

    /** Likewise, waiting on somebody else. */
    void waitingOn(String whom, String stage, int days) {
        add("TASK", stage, whom, days, "COMPLETED");
    }

    /** A case of which a step was overdue where it took more than eight days. */
    void wholeCase(int days) {
        add("CASE", "tank-enforcement", null, days, "COMPLETED");
    }

    /** A persuasion that came to something so many days after discovery, a week after noon. */
    void persuasion(String reached, int daysFromDiscovery) {
        add("PERSUASION", "conference-conciliation-persuasion", null, 7, "COMPLETED", reached, daysFromDiscovery);
    }

    private void add(String kind, String stage, String waitsOn, int days, String outcome) {
        add(kind, stage, waitsOn, days, outcome, null, null);
    }

    private void add(
            String kind,
            String stage,
            String waitsOn,
            int days,
            String outcome,
            String reached,
            Integer daysFromDiscovery) {
        boolean task = waitsOn != null;
        database.sql("INSERT INTO finished_stage (id, kind, case_number, program, region, process, version, diagram,"
                        + " diagram_version, stage, name, waits_on, inbox, created_at, claimed_at, due_at, finished_at,"
                        + " outcome, seconds, waiting_seconds, reached, days_from_discovery, step_overdue)"
                        + " VALUES (:id, :kind, :case, 'tanks', 'Southeast', 'tank-enforcement', 99,"
                        + " 'tank-enforcement', 99, :stage, 'Named, \"so\" & <so>', :waitsOn, 'tanks-staff', :created, :claimed, :due, :finished,"
                        + " :outcome, :seconds, :waiting, :reached, :fromDiscovery, :stepOverdue)")
                .param("id", UUID.randomUUID().toString())
                .param("kind", kind)
                .param("case", caseNumber)
                .param("stage", stage)
                .param("waitsOn", waitsOn)
                .param("created", NOON)
                .param("claimed", task ? NOON.plusHours(12L * days) : null)
                .param("due", task ? NOON.plusDays(8) : null)
                .param("finished", NOON.plusDays(days))
                .param("outcome", outcome)
                .param("seconds", days * 86400L)
                .param("waiting", task ? days * 43200L : null)
                .param("reached", reached)
                .param("fromDiscovery", daysFromDiscovery)
                .param("stepOverdue", kind.equals("CASE") ? days > 8 : null)
                .update();
    }
}
