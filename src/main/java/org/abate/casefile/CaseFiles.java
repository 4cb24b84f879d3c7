package org.abate.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The rows of the cases themselves. */
@Component
class CaseFiles {

    private static final String SELECT = """
            SELECT c.case_number, c.program, c.status, c.facility_id, c.discovered_on, c.opened_at, c.closed_at,
              c.closed_on, c.closing_reason, c.case_manager, p.id AS party_id, p.name AS party_name, p.address AS party_address
            FROM case_file c LEFT JOIN responsible_party p ON p.id = c.responsible_party_id
            WHERE c.case_number = ?""";

    /** What is decided upon while the case's row is locked. */
    record Locked(CaseStatus status, boolean closed, LocalDate discoveredOn, String caseManager) {}

    private final JdbcClient database;
    private final Facilities facilities;
    private final Violations violations;
    private final WaterRequests requests;
    private final Clock clock;

    CaseFiles(JdbcClient database, Facilities facilities, Violations violations, WaterRequests requests, Clock clock) {
        this.database = database;
        this.facilities = facilities;
        this.violations = violations;
        this.requests = requests;
        this.clock = clock;
    }

    Optional<CaseFile> find(String caseNumber) {
        if (!CaseNumbers.isOne(caseNumber)) {
            return Optional.empty();
        }
        return database.sql(SELECT)
                .param(caseNumber)
                .query((row, n) -> new CaseFile(
                        row.getString("case_number"),
                        Program.of(row.getString("program")).orElseThrow(),
                        CaseStatus.valueOf(row.getString("status")),
                        facilities.find(row.getLong("facility_id")).orElseThrow(),
                        row.getString("party_name") == null
                                ? null
                                : new ResponsibleParty(
                                        row.getLong("party_id"),
                                        row.getString("party_name"),
                                        row.getString("party_address")),
                        Sql.day(row, "discovered_on"),
                        Sql.instant(row, "opened_at"),
                        Sql.instant(row, "closed_at"),
                        Sql.day(row, "closed_on"),
                        row.getString("closing_reason"),
                        row.getString("case_manager"),
                        violations.of(caseNumber),
                        requests.of(caseNumber).orElse(null)))
                .optional();
    }

    /** @throws NoSuchCase if there is none */
    void require(String caseNumber) {
        if (!CaseNumbers.isOne(caseNumber)) {
            throw new NoSuchCase(caseNumber);
        }
        database.sql("SELECT 1 FROM case_file WHERE case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NoSuchCase(caseNumber));
    }

    /** Whoever changes a case holds its row, so that numbers and versions within it follow one another. */
    Locked lock(String caseNumber) {
        if (!CaseNumbers.isOne(caseNumber)) {
            throw new NoSuchCase(caseNumber);
        }
        return database.sql(
                        "SELECT status, closed_at, discovered_on, case_manager FROM case_file WHERE case_number = ? FOR UPDATE")
                .param(caseNumber)
                .query((row, n) -> new Locked(
                        CaseStatus.valueOf(row.getString("status")),
                        Sql.instant(row, "closed_at") != null,
                        Sql.day(row, "discovered_on"),
                        row.getString("case_manager")))
                .optional()
                .orElseThrow(() -> new NoSuchCase(caseNumber));
    }

    void insert(CaseNumbers.Number number, long facilityId, NewCase opened) {
        NewParty party = opened.responsibleParty();
        database.sql("""
                        INSERT INTO case_file (case_number, program, matter, opening_year, serial, status, facility_id,
                          responsible_party_id, discovered_on, opened_at, opened_by)
                        VALUES (?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?)""")
                .params(
                        number.toString(),
                        number.program().id(),
                        opened.matter().name(),
                        number.year(),
                        number.serial(),
                        facilityId,
                        party == null ? null : insert(party),
                        opened.discoveredOn(),
                        Sql.of(clock.instant()),
                        Actor.current())
                .update();
    }

    void party(String caseNumber, NewParty party) {
        database.sql("UPDATE case_file SET responsible_party_id = ? WHERE case_number = ?")
                .params(insert(party), caseNumber)
                .update();
    }

    Optional<LocalDate> shouldHaveBeenDiscoveredOn(String caseNumber) {
        return database.sql("SELECT should_have_been_discovered_on FROM case_file WHERE case_number = ?")
                .param(caseNumber)
                .query((row, n) -> Optional.ofNullable(Sql.day(row, "should_have_been_discovered_on")))
                .optional()
                .orElseThrow(() -> new NoSuchCase(caseNumber));
    }

    void shouldHaveBeenDiscoveredOn(String caseNumber, LocalDate day) {
        database.sql("UPDATE case_file SET should_have_been_discovered_on = ? WHERE case_number = ?")
                .params(day, caseNumber)
                .update();
    }

    void caseManager(String caseNumber, String userId) {
        database.sql("UPDATE case_file SET case_manager = ? WHERE case_number = ?")
                .params(userId, caseNumber)
                .update();
    }

    void refer(String caseNumber) {
        database.sql("UPDATE case_file SET status = ? WHERE case_number = ?")
                .params(CaseStatus.REFERRED.name(), caseNumber)
                .update();
    }

    void close(String caseNumber, CaseStatus outcome, LocalDate on, String reason) {
        database.sql("""
                        UPDATE case_file SET status = ?, closed_on = ?, closed_at = ?, closed_by = ?, closing_reason = ?
                        WHERE case_number = ?""")
                .params(outcome.name(), on, Sql.of(clock.instant()), Actor.current(), reason, caseNumber)
                .update();
    }

    private long insert(NewParty party) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        database.sql("INSERT INTO responsible_party (name, address, recorded_at) VALUES (?, ?, ?)")
                .params(party.name(), party.address(), Sql.of(clock.instant()))
                .update(id, "id");
        return id.getKeyAs(Long.class);
    }
}
