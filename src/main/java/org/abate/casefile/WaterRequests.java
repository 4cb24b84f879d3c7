package org.abate.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.abate.casefile.WaterRequest.ContaminantGroup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the requests of water systems, and what became of each. */
@Component
class WaterRequests {

    /** No source says how the numbers are made; all that are known have letters and digits. */
    private static final String SYSTEM_NUMBER = "(?=.*\\d)[A-Za-z0-9]+";

    private final JdbcClient database;

    WaterRequests(JdbcClient database) {
        this.database = database;
    }

    /** Every fault by its path. */
    NewWaterRequest checked(NewWaterRequest given, Faults faults) {
        if (given.subject() == null) {
            faults.add("request.subject", "is missing");
        }
        NewWaterRequest checked = new NewWaterRequest(
                given.matter(),
                given.subject(),
                faults.line("request.contaminant", given.contaminant(), 200),
                given.group(),
                given.initiatedBy(),
                system(given, faults),
                given.jointWith());
        if (checked.jointWith() != null) {
            checkJoint(checked, faults);
        }
        if (checked.group() != null && checked.contaminant() != null) {
            checkGroup(checked, faults);
        }
        return checked;
    }

    /**
     * What the rule treats by itself is not entered under the group around it: PCBs among the SOCs, asbestos, nitrate and
     * nitrite among the IOCs (10 CSR 60-6.060(2)(A), (3), (3)(B)).
     */
    private static void checkGroup(NewWaterRequest given, Faults faults) {
        ContaminantGroup.namedBy(given.contaminant())
                .filter(group -> group != given.group())
                .ifPresent(group -> faults.add(
                        "request.group",
                        "must be \"" + group.title() + "\" for " + given.contaminant()
                                + ", to which the rule applies criteria of its own (10 CSR 60-6.060(2), (3))"));
    }

    private static NewWaterRequest.System system(NewWaterRequest request, Faults faults) {
        NewWaterRequest.System given = request.system();
        String pwsid = faults.line("request.system.pwsid", given.pwsid(), 40);
        if (pwsid != null && !pwsid.matches(SYSTEM_NUMBER)) {
            faults.add("request.system.pwsid", "must be letters and digits, such as MO6010707");
        }
        if (given.personsServed() == null || given.personsServed() < 1) {
            faults.add("request.system.personsServed", "must be a number of persons, such as 800");
        }
        if (request.matter() == Matter.EXEMPTION && given.complianceDueOn() == null) {
            faults.add(
                    "request.system.complianceDueOn",
                    "is missing: the compliance date otherwise applicable (10 CSR 60-6.030(2)(C))");
        }
        String county = faults.line("request.system.county", given.county(), 60);
        return new NewWaterRequest.System(
                pwsid == null ? null : pwsid.toUpperCase(Locale.ROOT),
                faults.line("request.system.name", given.name(), 200),
                county == null || county.isBlank() ? county : County.known("request.system.county", county, faults),
                given.personsServed(),
                given.complianceDueOn());
    }

    /** Similar variances or exemptions are requested jointly (10 CSR 60-6.010(2), 6.020(2)), each system once. */
    private void checkJoint(NewWaterRequest given, Faults faults) {
        Optional<WaterRequest> other = of(given.jointWith());
        if (other.filter(request -> request.matter() == given.matter()).isEmpty()) {
            faults.add(
                    "request.jointWith",
                    given.jointWith() + " is no case of a request for "
                            + given.matter().withArticle() + "; name one, or leave it empty");
            return;
        }
        if (other.get().subject() != given.subject()
                || !other.get().contaminant().equalsIgnoreCase(given.contaminant())) {
            faults.add(
                    "request.jointWith",
                    given.jointWith() + " is for another "
                            + given.matter().words() + ": from "
                            + other.get().from());
        }
        systemOf(root(given.jointWith()), given.system().pwsid())
                .ifPresent(number -> faults.add(
                        "request.jointWith",
                        given.system().pwsid() + " is in this joint request already, in case " + number));
    }

    private Optional<String> systemOf(String root, String pwsid) {
        return database.sql("""
                        SELECT r.case_number FROM water_request r JOIN water_system s ON s.case_number = r.case_number
                        WHERE (r.case_number = ? OR r.joint_with = ?) AND s.pwsid = UPPER(?)""").params(root, root, pwsid).query(String.class).list().stream()
                .findFirst();
    }

    /** The first case of a joint request, which the others name. */
    private String root(String caseNumber) {
        return database.sql("SELECT COALESCE(joint_with, case_number) FROM water_request WHERE case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .single();
    }

    void add(String caseNumber, NewWaterRequest request) {
        database.sql("""
                        INSERT INTO water_request (case_number, subject, contaminant, contaminant_group, initiated_by,
                          joint_with)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        caseNumber,
                        request.subject().name(),
                        request.contaminant(),
                        request.group() == null ? null : request.group().name(),
                        request.initiatedBy().name(),
                        request.jointWith() == null ? null : root(request.jointWith()))
                .update();
        NewWaterRequest.System system = request.system();
        database.sql("""
                        INSERT INTO water_system (case_number, pwsid, name, county, persons_served, compliance_due_on,
                          standing, renewals)
                        VALUES (?, ?, ?, ?, ?, ?, 'REQUESTED', 0)""")
                .params(
                        caseNumber,
                        system.pwsid(),
                        system.name(),
                        system.county(),
                        system.personsServed(),
                        system.complianceDueOn())
                .update();
    }

    /** Empty for an enforcement case. */
    Optional<WaterRequest> of(String caseNumber) {
        return database.sql("""
                        SELECT c.matter, r.subject, r.contaminant, r.contaminant_group, r.initiated_by, s.*
                        FROM water_request r JOIN case_file c ON c.case_number = r.case_number
                          JOIN water_system s ON s.case_number = r.case_number
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
                        new WaterSystem(
                                row.getString("pwsid"),
                                row.getString("name"),
                                row.getString("county"),
                                row.getInt("persons_served"),
                                Sql.day(row, "compliance_due_on"),
                                WaterSystem.Standing.valueOf(row.getString("standing")),
                                Sql.day(row, "latest_compliance_on"),
                                Sql.day(row, "ends_on"),
                                row.getInt("renewals")),
                        jointWith(caseNumber)))
                .optional();
    }

    private List<String> jointWith(String caseNumber) {
        return database.sql("""
                        SELECT o.case_number FROM water_request r
                          JOIN water_request o ON COALESCE(o.joint_with, o.case_number) = COALESCE(r.joint_with, r.case_number)
                        WHERE r.case_number = ? AND o.case_number <> r.case_number
                        ORDER BY o.case_number""").param(caseNumber).query(String.class).list();
    }

    void standing(String caseNumber, WaterSystem.Standing standing) {
        database.sql("UPDATE water_system SET standing = ? WHERE case_number = ?")
                .params(standing.name(), caseNumber)
                .update();
    }

    void personsServed(String caseNumber, int persons) {
        database.sql("UPDATE water_system SET persons_served = ? WHERE case_number = ?")
                .params(persons, caseNumber)
                .update();
    }

    void period(String caseNumber, LocalDate endsOn, LocalDate latest, int renewals) {
        database.sql("""
                        UPDATE water_system SET ends_on = ?, latest_compliance_on = ?, renewals = ?
                        WHERE case_number = ?""").params(endsOn, latest, renewals, caseNumber).update();
    }

    /** The cases in which a waiver of this contaminant was issued to the system, or denied it (10 CSR 60-6.060(1)). */
    List<String> waiversDecided(String pwsid, String contaminant, String except) {
        record Waiver(String caseNumber, String contaminant) {}
        return database
                .sql("""
                        SELECT r.case_number, r.contaminant FROM water_request r
                          JOIN case_file c ON c.case_number = r.case_number
                          JOIN water_system s ON s.case_number = r.case_number
                        WHERE c.matter = 'MONITORING_WAIVER' AND s.standing IN ('GRANTED', 'DENIED') AND s.pwsid = ?
                          AND r.case_number <> ?
                        ORDER BY r.case_number""")
                .params(pwsid, except)
                .query((row, n) -> new Waiver(row.getString("case_number"), row.getString("contaminant")))
                .list()
                .stream()
                .filter(waiver -> WaterRequest.sameContaminant(waiver.contaminant(), contaminant))
                .map(Waiver::caseNumber)
                .toList();
    }
}
