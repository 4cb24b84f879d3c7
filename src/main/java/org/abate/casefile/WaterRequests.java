package org.abate.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the requests of water systems, and what became of each system. */
@Component
class WaterRequests {

    private static final int MOST_SYSTEMS = 100;

    private final JdbcClient database;

    WaterRequests(JdbcClient database) {
        this.database = database;
    }

    /** Every fault by its path; a joint request names each system once. */
    NewWaterRequest checked(NewWaterRequest given, Faults faults) {
        List<NewWaterRequest.System> systems = new ArrayList<>();
        if (given.subject() == null) {
            faults.add("request.subject", "is missing");
        }
        if (given.systems().size() > MOST_SYSTEMS) {
            faults.add("request.systems", "must have at most " + MOST_SYSTEMS + " systems");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < given.systems().size(); i++) {
            NewWaterRequest.System system = checked("request.systems[" + i + "].", given, i, faults);
            if (system.pwsid() != null && !seen.add(system.pwsid())) {
                faults.add("request.systems[" + i + "].pwsid", system.pwsid() + " is named twice");
            }
            systems.add(system);
        }
        return new NewWaterRequest(
                given.matter(),
                given.subject(),
                faults.line("request.contaminant", given.contaminant(), 200),
                given.group(),
                given.initiatedBy(),
                systems);
    }

    private static NewWaterRequest.System checked(String path, NewWaterRequest request, int at, Faults faults) {
        NewWaterRequest.System given = request.systems().get(at);
        String pwsid = faults.line(path + "pwsid", given.pwsid(), 40);
        if (given.personsServed() == null || given.personsServed() < 0) {
            faults.add(path + "personsServed", "must be a number of persons, such as 800");
        }
        if (request.matter() == Matter.EXEMPTION && given.complianceDueOn() == null) {
            faults.add(
                    path + "complianceDueOn",
                    "is missing: the compliance date otherwise applicable (10 CSR 60-6.030(2)(C))");
        }
        String county = faults.line(path + "county", given.county(), 60);
        return new NewWaterRequest.System(
                pwsid == null ? null : pwsid.toUpperCase(Locale.ROOT),
                faults.line(path + "name", given.name(), 200),
                county == null || county.isBlank() ? county : County.known(path + "county", county, faults),
                given.personsServed(),
                given.complianceDueOn());
    }

    void add(String caseNumber, NewWaterRequest request) {
        database.sql("""
                        INSERT INTO water_request (case_number, subject, contaminant, contaminant_group, initiated_by)
                        VALUES (?, ?, ?, ?, ?)""")
                .params(
                        caseNumber,
                        request.subject().name(),
                        request.contaminant(),
                        request.group() == null ? null : request.group().name(),
                        request.initiatedBy().name())
                .update();
        int number = 0;
        for (NewWaterRequest.System system : request.systems()) {
            database.sql("""
                            INSERT INTO water_system (case_number, number, pwsid, name, county, persons_served,
                              compliance_due_on, standing, renewals)
                            VALUES (?, ?, ?, ?, ?, ?, ?, 'REQUESTED', 0)""")
                    .params(
                            caseNumber,
                            ++number,
                            system.pwsid(),
                            system.name(),
                            system.county(),
                            system.personsServed(),
                            system.complianceDueOn())
                    .update();
        }
    }

    /** Empty for an enforcement case. */
    Optional<WaterRequest> of(String caseNumber) {
        return database.sql("""
                        SELECT c.matter, r.subject, r.contaminant, r.contaminant_group, r.initiated_by
                        FROM water_request r JOIN case_file c ON c.case_number = r.case_number
                        WHERE r.case_number = ?""")
                .param(caseNumber)
                .query((row, n) -> new WaterRequest(
                        Matter.valueOf(row.getString("matter")),
                        WaterRequest.Subject.valueOf(row.getString("subject")),
                        row.getString("contaminant"),
                        Optional.ofNullable(row.getString("contaminant_group"))
                                .map(WaterRequest.ContaminantGroup::valueOf)
                                .orElse(null),
                        WaterRequest.Initiator.valueOf(row.getString("initiated_by")),
                        systems(caseNumber)))
                .optional();
    }

    private List<WaterSystem> systems(String caseNumber) {
        return database.sql("SELECT * FROM water_system WHERE case_number = ? ORDER BY number")
                .param(caseNumber)
                .query((row, n) -> new WaterSystem(
                        row.getInt("number"),
                        row.getString("pwsid"),
                        row.getString("name"),
                        row.getString("county"),
                        row.getInt("persons_served"),
                        Sql.day(row, "compliance_due_on"),
                        WaterSystem.Standing.valueOf(row.getString("standing")),
                        Sql.day(row, "latest_compliance_on"),
                        row.getInt("renewals")))
                .list();
    }

    void standing(String caseNumber, int system, WaterSystem.Standing standing) {
        database.sql("UPDATE water_system SET standing = ? WHERE case_number = ? AND number = ?")
                .params(standing.name(), caseNumber, system)
                .update();
    }

    void latestCompliance(String caseNumber, int system, LocalDate latest, int renewals) {
        database.sql("""
                        UPDATE water_system SET latest_compliance_on = ?, renewals = ?
                        WHERE case_number = ? AND number = ?""").params(latest, renewals, caseNumber, system).update();
    }

    /** The cases in which a waiver of this contaminant was issued to the system, or denied it (10 CSR 60-6.060(1)). */
    List<String> waiversDecided(String pwsid, String contaminant, String except) {
        return database.sql("""
                        SELECT r.case_number FROM water_request r
                          JOIN case_file c ON c.case_number = r.case_number
                          JOIN water_system s ON s.case_number = r.case_number
                        WHERE c.matter = 'MONITORING_WAIVER' AND s.standing IN ('GRANTED', 'DENIED') AND s.pwsid = ?
                          AND LOWER(r.contaminant) = LOWER(?) AND r.case_number <> ?
                        ORDER BY r.case_number""")
                .params(pwsid, contaminant, except)
                .query(String.class)
                .list();
    }
}
