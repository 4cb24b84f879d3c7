package org.abate.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.abate.casefile.Assessment;
import org.abate.casefile.CaseFile;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Contact;
import org.abate.casefile.County;
import org.abate.casefile.Document;
import org.abate.casefile.Program;
import org.abate.casefile.ResponsibleParty;
import org.abate.casefile.WaterRequest;

/** What the record holds of a case, in the words and the order a letter uses. */
record CaseExcerpt(
        String number,
        Program program,
        Site facility,
        Party party,
        String discoveredOn,
        List<Found> violations,
        List<Talk> contacts,
        List<Paper> papers,
        List<Sum> worksheets,
        Request request) {

    /** Of an enforcement case. */
    CaseExcerpt(
            String number,
            Program program,
            Site facility,
            Party party,
            String discoveredOn,
            List<Found> violations,
            List<Talk> contacts,
            List<Paper> papers,
            List<Sum> worksheets) {
        this(number, program, facility, party, discoveredOn, violations, contacts, papers, worksheets, null);
    }

    /** What a supplier of water asks for, and the system it covers. */
    record Request(String matter, String from, Covered system) {}

    /** A public water system that a request covers. */
    record Covered(String name, String number, String county) {

        /** @throws IllegalArgumentException where it is no map of the three */
        static Covered of(Object given) {
            if (!(given instanceof Map<?, ?> system)
                    || system.get("name") == null
                    || system.get("number") == null
                    || system.get("county") == null) {
                throw new IllegalArgumentException();
            }
            return new Covered(
                    system.get("name").toString(),
                    system.get("number").toString(),
                    system.get("county").toString());
        }
    }

    /** The facility, its identifiers by the names of {@code casefile}. */
    record Site(String name, List<String> address, String county, String region, Map<String, String> identifiers) {}

    /** The responsible party. */
    record Party(String name, List<String> address) {}

    /** A violation; corrected is null while it is not corrected. */
    record Found(int number, String citation, String description, String observed, String corrected) {}

    /** A contact with the responsible party. */
    record Talk(String date, String kind, String staff, String with, String minutes, String note) {}

    /** A filed document, with the date it was sent or, if it was not, filed. */
    record Paper(String date, String kind, String title, boolean sent, String respondBy, boolean confidential) {}

    /** The current penalty calculation of a violation, or of the case as a whole. */
    record Sum(String of, String rule, int version, Money total, String date) {}

    static CaseExcerpt of(CaseRecord record, String caseNumber, ZoneId zone) {
        CaseFile file = record.get(caseNumber);
        return new CaseExcerpt(
                file.caseNumber(),
                file.program(),
                site(file),
                party(file.responsibleParty()),
                Words.date(file.discoveredOn()),
                file.violations().stream()
                        .map(violation -> new Found(
                                violation.number(),
                                violation.citation(),
                                violation.description(),
                                Words.days(violation.observedOn()),
                                date(violation.correctedOn())))
                        .toList(),
                record.contacts(caseNumber).stream().map(CaseExcerpt::talk).toList(),
                record.documents(caseNumber).stream()
                        .map(document -> paper(document, zone))
                        .toList(),
                sums(file, record.assessments(caseNumber), zone),
                request(file.request()));
    }

    /** The same of these violations only; null stands for all of them. */
    CaseExcerpt about(List<Integer> numbers) {
        return numbers == null
                ? this
                : new CaseExcerpt(
                        number,
                        program,
                        facility,
                        party,
                        discoveredOn,
                        violations.stream()
                                .filter(violation -> numbers.contains(violation.number()))
                                .toList(),
                        contacts,
                        papers,
                        worksheets,
                        request);
    }

    /** When the last document of any of these kinds was sent; null if none was. */
    public String lastSent(String... kinds) {
        List<String> wanted = List.of(kinds);
        return papers.stream()
                .filter(paper -> paper.sent() && wanted.contains(paper.kind()))
                .map(Paper::date)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** The documents that everybody who works in the office may see. */
    public List<Paper> openPapers() {
        return papers.stream().filter(paper -> !paper.confidential()).toList();
    }

    private static Site site(CaseFile file) {
        return new Site(
                file.facility().name(),
                Words.address(file.facility().address()),
                County.title(file.facility().county()),
                file.facility().region(),
                file.facility().identifiers());
    }

    private static Request request(WaterRequest request) {
        return request == null
                ? null
                : new Request(
                        request.words(),
                        request.from(),
                        new Covered(
                                request.system().name(),
                                request.system().pwsid(),
                                County.title(request.system().county())));
    }

    private static Party party(ResponsibleParty party) {
        return party == null ? null : new Party(party.name(), Words.address(party.address()));
    }

    private static Talk talk(Contact contact) {
        return new Talk(
                date(contact.date()),
                contact.kind().title(),
                contact.staff(),
                contact.with(),
                contact.minutes() == null ? "not stated" : contact.minutes().toString(),
                contact.note() == null ? "" : contact.note());
    }

    private static Paper paper(Document document, ZoneId zone) {
        boolean sent = document.sentAt() != null;
        return new Paper(
                date(sent ? document.sentAt() : document.createdAt(), zone),
                document.kind().name(),
                document.title(),
                sent,
                date(document.respondBy()),
                document.confidential());
    }

    /** Of each violation and of the case as a whole, the newest version. */
    private static List<Sum> sums(CaseFile file, List<Assessment> newestFirst, ZoneId zone) {
        return newestFirst.stream()
                .filter(assessment -> newestFirst.stream()
                                .filter(other -> String.valueOf(other.violationId())
                                        .equals(String.valueOf(assessment.violationId())))
                                .mapToInt(Assessment::version)
                                .max()
                                .orElseThrow()
                        == assessment.version())
                .filter(assessment -> assessment.total() != null)
                .map(assessment -> new Sum(
                        violation(file, assessment.violationId()),
                        Words.kind(assessment.rule()),
                        assessment.version(),
                        new Money(assessment.total()),
                        date(assessment.recordedAt(), zone)))
                .sorted(Comparator.comparing(Sum::of))
                .toList();
    }

    private static String violation(CaseFile file, Long id) {
        return file.violations().stream()
                .filter(violation -> id != null && violation.id() == id)
                .map(violation -> "Violation " + violation.number())
                .findFirst()
                .orElse("Case as a whole");
    }

    private static String date(LocalDate date) {
        return date == null ? null : Words.date(date);
    }

    private static String date(Instant at, ZoneId zone) {
        return Words.date(LocalDate.ofInstant(at, zone));
    }
}
