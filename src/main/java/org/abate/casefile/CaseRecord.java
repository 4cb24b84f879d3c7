package org.abate.casefile;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The permanent record of every case. Each method is one transaction, or a part of the caller's: what the engine does
 * and what the record keeps agree, or neither happened. Input is checked whole and refused whole ({@link CaseRefused});
 * a case that is not there is {@link NoSuchCase}.
 */
@Service
@Transactional
public class CaseRecord {

    private final CaseFiles cases;
    private final CaseNumbers numbers;
    private final CaseSearch search;
    private final NewCaseCheck check;
    private final Facilities facilities;
    private final Violations violations;
    private final Contacts contacts;
    private final Documents documents;
    private final ServiceOfDocuments service;
    private final Assessments assessments;
    private final Payments payments;
    private final Decisions decisions;
    private final Timeline timeline;
    private final OperatorHistory operatorHistory;
    private final WaterRequests requests;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseRecord(
            CaseFiles cases,
            CaseNumbers numbers,
            CaseSearch search,
            NewCaseCheck check,
            Facilities facilities,
            Violations violations,
            Contacts contacts,
            Documents documents,
            ServiceOfDocuments service,
            Assessments assessments,
            Payments payments,
            Decisions decisions,
            Timeline timeline,
            OperatorHistory operatorHistory,
            WaterRequests requests,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.numbers = numbers;
        this.search = search;
        this.check = check;
        this.facilities = facilities;
        this.violations = violations;
        this.contacts = contacts;
        this.documents = documents;
        this.service = service;
        this.assessments = assessments;
        this.payments = payments;
        this.decisions = decisions;
        this.timeline = timeline;
        this.operatorHistory = operatorHistory;
        this.requests = requests;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a case and gives it its number.
     *
     * @throws CaseRefused with every fault of the input
     */
    public CaseFile open(NewCase given) {
        Faults faults = new Faults();
        NewCase checked = checked(given, faults);
        faults.refuse();
        Facility facility = facilities.recorded(checked.facility());
        CaseNumbers.Number number = numbers.next(checked.program());
        cases.insert(number, facility.id(), checked);
        violations.add(number.toString(), checked.violations());
        if (checked.request() != null) {
            requests.add(number.toString(), checked.request());
        }
        return get(number.toString());
    }

    /** What {@link #open} would refuse the case for; empty if nothing. For a caller that has faults of its own to add. */
    @Transactional(readOnly = true)
    public List<Fault> faults(NewCase given) {
        Faults faults = new Faults();
        checked(given, faults);
        return faults.found();
    }

    @Transactional(readOnly = true)
    public Optional<CaseFile> find(String caseNumber) {
        return cases.find(caseNumber);
    }

    @Transactional(readOnly = true)
    public CaseFile get(String caseNumber) {
        return find(caseNumber).orElseThrow(() -> new NoSuchCase(caseNumber));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<CaseSummary> search(CaseQuery query) {
        return search.search(query);
    }

    /** Assigns the user who carries the case; again, to hand it over. */
    public void assignCaseManager(String caseNumber, String userId) {
        CaseFiles.Locked locked = cases.lock(caseNumber);
        Faults faults = new Faults();
        String user = faults.line("caseManager", userId, 255);
        faults.refuse();
        if (!user.equals(locked.caseManager())) {
            cases.caseManager(caseNumber, user);
            String before = locked.caseManager() == null ? "" : ", in place of " + locked.caseManager();
            timeline.note(caseNumber, "CASE_MANAGER_ASSIGNED", "Case manager: " + user + before, false);
        }
    }

    /**
     * Since when the department, in the exercise of ordinary diligence, should have discovered the violations (10 CSR
     * 60-6.070(1)(G)); again, to correct it.
     *
     * @throws CaseRefused where the day is after that of the discovery
     */
    public void shouldHaveBeenDiscovered(String caseNumber, LocalDate day) {
        CaseFiles.Locked locked = cases.lock(caseNumber);
        if (day.isAfter(locked.discoveredOn())) {
            throw new CaseRefused(
                    "shouldHaveBeenDiscoveredOn", "is after the day of discovery, " + locked.discoveredOn());
        }
        cases.shouldHaveBeenDiscoveredOn(caseNumber, day);
        timeline.note(
                caseNumber,
                "SHOULD_HAVE_BEEN_DISCOVERED",
                "In the exercise of ordinary diligence to have been discovered on " + day,
                false);
    }

    /** That day; empty where nobody has said so. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> shouldHaveBeenDiscoveredOn(String caseNumber) {
        return cases.shouldHaveBeenDiscoveredOn(caseNumber);
    }

    /** Names the responsible party, or corrects who it is; what stood before stays in the audit trail. */
    public void identifyResponsibleParty(String caseNumber, NewParty party) {
        cases.lock(caseNumber);
        Faults faults = new Faults();
        NewParty checked = check.party(party, faults);
        faults.refuse();
        ResponsibleParty current = get(caseNumber).responsibleParty();
        if (current == null || !checked.equals(new NewParty(current.name(), current.address()))) {
            cases.party(caseNumber, checked);
            timeline.note(caseNumber, "RESPONSIBLE_PARTY_IDENTIFIED", "Responsible party: " + checked.name(), false);
        }
    }

    /** Adds violations found later; they take the next numbers. A case in work only. */
    public List<Violation> addViolations(String caseNumber, List<NewViolation> given) {
        CaseFiles.Locked locked = cases.lock(caseNumber);
        Faults faults = new Faults();
        if (locked.closed()) {
            faults.add(
                    "caseNumber", closed(caseNumber, locked.status()) + "; open a new case for what was found since");
        }
        List<NewViolation> checked = check.violations(given, faults);
        if (!locked.closed()) {
            check.refuseRecorded(checked, violations.of(caseNumber), faults);
        }
        faults.refuse();
        return violations.add(caseNumber, checked);
    }

    /** Records the day on which every violation not yet corrected was corrected; from discovery to today. */
    public void correctViolations(String caseNumber, LocalDate on) {
        cases.lock(caseNumber);
        correctViolations(
                caseNumber,
                violations.of(caseNumber).stream().map(Violation::number).collect(Collectors.toSet()),
                on);
    }

    /** As above, of the violations with these numbers only. */
    public void correctViolations(String caseNumber, Set<Integer> numbers, LocalDate on) {
        CaseFiles.Locked locked = cases.lock(caseNumber);
        Faults faults = new Faults();
        faults.day("date", on, locked.discoveredOn(), LocalDate.now(clock));
        List<Violation> open = violations.of(caseNumber).stream()
                .filter(violation -> violation.correctedOn() == null && numbers.contains(violation.number()))
                .toList();
        open.stream()
                .filter(violation ->
                        on != null && violation.observedOn().stream().anyMatch(on::isBefore))
                .forEach(violation -> faults.add(
                        "date", "must not be before violation " + violation.number() + " was last observed"));
        faults.refuse();
        if (!open.isEmpty()) {
            open.forEach(violation -> violations.correct(violation.id(), on));
            String which =
                    open.stream().map(violation -> "" + violation.number()).collect(Collectors.joining(", "));
            timeline.note(
                    caseNumber,
                    "VIOLATIONS_CORRECTED",
                    "Violations corrected on " + Timeline.words(on) + ": " + which,
                    false);
        }
    }

    /**
     * Legal action is filed: the case is referred, and stays in work until it is closed. Again, it changes nothing.
     *
     * @throws CaseRefused if the case is closed
     */
    public void refer(String caseNumber) {
        CaseFiles.Locked locked = cases.lock(caseNumber);
        if (locked.closed()) {
            throw new CaseRefused("caseNumber", closed(caseNumber, locked.status()));
        }
        if (locked.status() != CaseStatus.REFERRED) {
            cases.refer(caseNumber);
            timeline.note(caseNumber, "CASE_REFERRED", CaseStatus.REFERRED.title(), false);
        }
    }

    /**
     * Closes the case with its outcome. The same outcome again changes nothing.
     *
     * @param on the day it took effect, from discovery to today
     * @param reason may be null, but for a withdrawal
     * @throws CaseRefused if the case was closed with another outcome
     */
    public void close(String caseNumber, CaseStatus outcome, LocalDate on, String reason) {
        CaseFiles.Locked locked = cases.lock(caseNumber);
        if (locked.closed() && locked.status() == outcome) {
            return;
        }
        Faults faults = new Faults();
        if (outcome == null || outcome == CaseStatus.OPEN) {
            faults.add("outcome", "must be an outcome");
        } else if (locked.closed()) {
            faults.add("outcome", closed(caseNumber, locked.status()));
        }
        faults.day("date", on, locked.discoveredOn(), LocalDate.now(clock));
        String why = outcome == CaseStatus.WITHDRAWN
                ? faults.text("reason", reason, 4000)
                : faults.optionalText("reason", reason, 4000);
        faults.refuse();
        cases.close(caseNumber, outcome, on, why);
    }

    public Contact addContact(String caseNumber, NewContact contact) {
        CaseFiles.Locked locked = cases.lock(caseNumber);
        return contacts.add(caseNumber, locked.discoveredOn(), contact);
    }

    /** What {@link #addContact} would refuse the contact for; empty if nothing. For a caller with faults of its own. */
    @Transactional(readOnly = true)
    public List<Fault> faults(String caseNumber, NewContact contact) {
        return contacts.faults(get(caseNumber).discoveredOn(), contact);
    }

    /** In the order of their dates. */
    @Transactional(readOnly = true)
    public List<Contact> contacts(String caseNumber) {
        cases.require(caseNumber);
        return contacts.of(caseNumber);
    }

    /** Files a document; from then on it cannot change. What becomes of it on its way is told by {@link #serve}. */
    public Document file(String caseNumber, NewDocument document) {
        cases.lock(caseNumber);
        return documents.file(caseNumber, document);
    }

    /**
     * Records what happened to a sent document: sent again, received, refused or rejected (each of these three is service),
     * returned undeliverable; or that an earlier entry is corrected.
     *
     * @return the document, served or not as its entries now say
     * @throws NoSuchDocument if the case has none of this id
     * @throws CaseRefused with every fault
     */
    public Document serve(String caseNumber, long documentId, NewService given) {
        cases.lock(caseNumber);
        Document document =
                documents.find(caseNumber, documentId).orElseThrow(() -> new NoSuchDocument(caseNumber, documentId));
        service.add(document, given);
        String text = document.title() + " " + given.event().words() + " on " + Timeline.words(given.date())
                + (given.corrects() == null ? "" : " (corrects what was recorded before)");
        timeline.note(
                caseNumber,
                given.event().isService() ? "DOCUMENT_SERVED" : "DOCUMENT_DELIVERY",
                text,
                document.confidential());
        events.publishEvent(new ServiceRecorded(documentId));
        return documents.find(caseNumber, documentId).orElseThrow();
    }

    /** The entries on the delivery of all documents of a case, by the document's id, in the order of their recording. */
    @Transactional(readOnly = true)
    public Map<Long, List<ServiceEntry>> service(String caseNumber) {
        cases.require(caseNumber);
        return service.of(caseNumber);
    }

    /** The same of one document. */
    @Transactional(readOnly = true)
    public List<ServiceEntry> service(Document document) {
        return service.of(document);
    }

    /** In the order they were filed, the confidential ones too. */
    @Transactional(readOnly = true)
    public List<Document> documents(String caseNumber) {
        cases.require(caseNumber);
        return documents.of(caseNumber);
    }

    @Transactional(readOnly = true)
    public Optional<Document> document(String caseNumber, long documentId) {
        return documents.find(caseNumber, documentId);
    }

    /** The PDF of a document of this case. */
    @Transactional(readOnly = true)
    public Optional<byte[]> content(String caseNumber, long documentId) {
        return documents.content(caseNumber, documentId);
    }

    /** Files a penalty calculation as a new version; the earlier ones stay. */
    public Assessment file(String caseNumber, NewAssessment assessment) {
        cases.lock(caseNumber);
        return assessments.file(caseNumber, assessment, violations.of(caseNumber));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Assessment> assessments(String caseNumber) {
        cases.require(caseNumber);
        return assessments.of(caseNumber);
    }

    /**
     * The violations without a current worksheet: none was filed, or it was taken back. A calculation of the case as a
     * whole is no worksheet of a violation.
     */
    @Transactional(readOnly = true)
    public List<Violation> violationsWithoutWorksheet(String caseNumber) {
        cases.require(caseNumber);
        Set<Long> without = assessments.violationsWithout(caseNumber);
        return violations.of(caseNumber).stream()
                .filter(violation -> without.contains(violation.id()))
                .toList();
    }

    /** Takes a violation's worksheet back, to be done again; the versions filed so far are kept. */
    public void reopenWorksheet(String caseNumber, long violationId) {
        cases.lock(caseNumber);
        Violation violation = violations.of(caseNumber).stream()
                .filter(candidate -> candidate.id() == violationId)
                .findFirst()
                .orElseThrow(() ->
                        new CaseRefused("violationId", "case " + caseNumber + " has no violation " + violationId));
        assessments.takeBack(caseNumber, violation);
        timeline.note(
                caseNumber,
                "WORKSHEET_REOPENED",
                "Worksheet of violation " + violation.number() + " to be done again",
                true);
    }

    /** The current penalty of the case in dollars, where one has been calculated. */
    @Transactional(readOnly = true)
    public Optional<BigDecimal> penalty(String caseNumber) {
        return assessments(caseNumber).stream()
                .filter(assessment -> assessment.violationId() == null)
                .findFirst()
                .map(Assessment::total);
    }

    /** Records what was decided, in the name of who is signed in; it never changes. */
    public void decide(String caseNumber, NewDecision decision) {
        cases.lock(caseNumber);
        decisions.add(caseNumber, decision);
    }

    /** The amount in dollars of the last decision on a question, where one was recorded. */
    @Transactional(readOnly = true)
    public Optional<BigDecimal> decidedAmount(String caseNumber, String question) {
        cases.require(caseNumber);
        return decisions.amount(caseNumber, question);
    }

    /** Whether a violation was recorded after the last decision on a question. */
    @Transactional(readOnly = true)
    public boolean violationRecordedSince(String caseNumber, String question) {
        cases.require(caseNumber);
        return decisions.violationRecordedSince(caseNumber, question);
    }

    public Payment recordPayment(String caseNumber, NewPayment payment) {
        CaseFiles.Locked locked = cases.lock(caseNumber);
        return payments.add(caseNumber, locked.discoveredOn(), payment);
    }

    /** In the order they were paid. */
    @Transactional(readOnly = true)
    public List<Payment> payments(String caseNumber) {
        cases.require(caseNumber);
        return payments.of(caseNumber);
    }

    /**
     * Puts an entry into the timeline.
     *
     * @param kind capitals and underscores: {@code RESPONSE_RECORDED}
     */
    public void note(String caseNumber, String kind, String text) {
        cases.lock(caseNumber);
        timeline.note(caseNumber, kind, text, false);
    }

    /** As {@link #note}, for those only who may see penalty work. */
    public void confidentialNote(String caseNumber, String kind, String text) {
        cases.lock(caseNumber);
        timeline.note(caseNumber, kind, text, true);
    }

    /** What happened, oldest first, the confidential entries too. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> timeline(String caseNumber) {
        cases.require(caseNumber);
        return timeline.of(caseNumber);
    }

    /** The inspections of the case's operator in the case's program, with the notices that followed, by date. */
    @Transactional(readOnly = true)
    public List<Inspection> inspectionsOfOperator(String caseNumber) {
        cases.require(caseNumber);
        return operatorHistory.of(caseNumber);
    }

    /** Records what became of a request; the same again changes nothing. */
    public void standing(String caseNumber, WaterSystem.Standing standing) {
        cases.lock(caseNumber);
        WaterSystem recorded = get(caseNumber).request().system();
        if (recorded.standing() != standing) {
            requests.standing(caseNumber, standing);
            timeline.note(caseNumber, "SYSTEM_" + standing, recorded.inWords() + ": " + standing.title(), false);
        }
    }

    /** How many persons the system of a request serves now (10 CSR 60-6.030(2)(D)). */
    @Transactional
    public void personsServed(String caseNumber, int persons) {
        cases.lock(caseNumber);
        requests.personsServed(caseNumber, persons);
        timeline.note(
                caseNumber,
                "PERSONS_SERVED",
                get(caseNumber).request().system().inWords()
                        + String.format(Locale.ROOT, ": serves %,d persons", persons),
                false);
    }

    /**
     * Sets for how long a variance or exemption is granted.
     *
     * @param endsOn the last day of the period; null where it has none
     * @param latest the last day on which the system under an exemption has to comply (10 CSR 60-6.030(2)(C), (D)); else null
     * @param renewals how often the exemption was renewed by then
     */
    public void period(String caseNumber, LocalDate endsOn, LocalDate latest, int renewals) {
        cases.lock(caseNumber);
        requests.period(caseNumber, endsOn, latest, renewals);
        timeline.note(
                caseNumber,
                "GRANT_PERIOD",
                get(caseNumber).request().system().inWords() + ": in effect "
                        + (endsOn == null ? "without a last day" : "until " + Timeline.words(endsOn))
                        + (latest == null ? "" : "; compliance not later than " + Timeline.words(latest))
                        + (renewals == 0 ? "" : ", renewal " + renewals),
                false);
    }

    /** The earlier cases in which a waiver of this contaminant was issued to the system of this case, or denied it. */
    @Transactional(readOnly = true)
    public List<String> earlierWaivers(String caseNumber) {
        WaterRequest request = get(caseNumber).request();
        return requests.waiversDecided(request.system().pwsid(), request.contaminant(), caseNumber);
    }

    private NewCase checked(NewCase given, Faults faults) {
        NewCase checked = check.checked(given, faults);
        if (checked.facility() != null) {
            facilities
                    .known(checked.facility(), faults)
                    .filter(known -> checked.request() != null)
                    .ifPresent(known -> Facilities.sameAsOnRecord(known, checked.facility(), faults));
        }
        return checked;
    }

    private static String closed(String caseNumber, CaseStatus status) {
        return "case " + caseNumber + " is closed already (" + status.title() + ")";
    }
}
