package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.abate.TestDatabase;
import org.abate.casefile.Program;
import org.abate.cycletime.EventLog;
import org.abate.cycletime.StageQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The event logs, as the tools of process mining take them. */
@DeskTest
class EventLogRestTest {

    private static final Set<String> ATTRIBUTES = Set.of("string", "date", "int", "float", "boolean", "id", "list");
    private static final Set<String> TRANSITIONS =
            Set.of("schedule", "assign", "start", "complete", "ate_abort", "pi_abort");

    @Autowired
    private DeskCases cases;

    @Autowired
    private JdbcClient database;

    @Autowired
    private EventLog log;

    private String number;
    private InventedStages stages;

    @BeforeEach
    void twoTasks() throws Exception {
        number = cases.open();
        cases.runJobs();
        cases.file(number, true);
        stages = InventedStages.in(database, number);
        stages.task("RecordResponseToLetter", 4, "COMPLETED");
        stages.task("CallOwner", 10, "TIMER_PASSED");
        stages.wholeCase(20);
    }

    @Test
    void csvHasALineForEachTransitionByTime() throws Exception {
        DeskCases.Answer answer = log("csv");

        assertThat(answer.type()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.response().getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"event-log.csv\"");
        List<String> lines = answer.text().lines().toList();
        assertThat(lines.get(0)).startsWith("case:concept:name,concept:name,lifecycle:transition,time:timestamp,");
        assertThat(lines.get(1))
                .startsWith(number + ",\"Named, \"\"so\"\" & <so>\",schedule,2026-03-02T18:00:00.000Z,");
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.replaceAll(".*\",([a-z_]+),.*", "$1"))
                .containsExactly("schedule", "schedule", "assign", "start", "complete", "assign", "start", "ate_abort");
    }

    /** The schema names no namespace, the standard does: so it is taken into a schema that has it. */
    @Test
    void xesIsValidAgainstTheSchemaOfItsStandard() throws Exception {
        URL schema = getClass().getResource("/xes-ieee-1849-2016.xsd");
        String inNamespace =
                "<schema xmlns='http://www.w3.org/2001/XMLSchema' targetNamespace='http://www.xes-standard.org/'"
                        + " elementFormDefault='qualified'><include schemaLocation='%s'/></schema>";

        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(inNamespace.formatted(schema))))
                .newValidator()
                .validate(new StreamSource(new StringReader(log("xes").text())));
    }

    /** What the standard says beyond its schema. */
    @Test
    void xesKeepsToItsStandard() throws Exception {
        DeskCases.Answer answer = log("xes");
        DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
        xml.setNamespaceAware(true);
        Element root = xml.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.text().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();

        assertThat(root.getNamespaceURI()).isEqualTo("http://www.xes-standard.org/");
        assertThat(root.getLocalName()).isEqualTo("log");
        assertThat(root.getAttribute("xes.version")).isEqualTo("1849.2016");
        assertThat(root.hasAttribute("xes.features")).isTrue();
        List<String> order = List.of("extension", "global", "classifier", "attribute", "trace");
        assertThat(children(root).stream()
                        .map(each -> order.indexOf(kind(each)))
                        .toList())
                .isSorted()
                .doesNotContain(-1)
                .contains(0, 1, 2, 3, 4);
        Set<String> prefixes = new HashSet<>();
        named(root, "extension").forEach(extension -> {
            assertThat(extension.getAttribute("uri"))
                    .isEqualTo("http://www.xes-standard.org/" + extension.getAttribute("prefix") + ".xesext");
            prefixes.add(extension.getAttribute("prefix"));
        });
        assertThat(prefixes).containsExactlyInAnyOrder("concept", "lifecycle", "time", "org");
        Set<String> global = keys(named(root, "global").get(1));
        assertThat(named(root, "classifier")).allSatisfy(classifier -> assertThat(global)
                .contains(classifier.getAttribute("keys").split(" ")));

        List<Element> traces = named(root, "trace");
        assertThat(traces).hasSize(1);
        assertThat(value(traces.get(0), "concept:name")).isEqualTo(number);
        List<Element> events = named(traces.get(0), "event");
        assertThat(events).hasSize(8).allSatisfy(event -> {
            assertThat(keys(event)).containsAll(global);
            assertThat(TRANSITIONS).contains(value(event, "lifecycle:transition"));
        });
        assertThat(events.stream()
                        .map(event -> OffsetDateTime.parse(value(event, "time:timestamp")))
                        .toList())
                .isSorted();
        attributesOf(root).forEach(attribute -> {
            assertThat(attribute.getAttribute("key")).isNotEmpty();
            assertThat(attribute.hasAttribute("value")).isTrue();
            if (attribute.getAttribute("key").contains(":")) {
                assertThat(prefixes).contains(attribute.getAttribute("key").replaceAll(":.*", ""));
            }
        });
    }

    @Test
    void ocelRelatesTasksAndDocumentsToTheCaseAndItsFacility() throws Exception {
        JsonNode ocel = cases.read(log("ocel.json"));

        assertThat(ocel.properties().stream().map(Map.Entry::getKey))
                .containsExactly("objectTypes", "eventTypes", "objects", "events");
        Set<String> types = new HashSet<>(ocel.get("objectTypes").findValuesAsText("name"));
        types.addAll(ocel.get("eventTypes").findValuesAsText("name"));
        Set<String> objects = new HashSet<>();
        ocel.get("objects").forEach(object -> {
            assertThat(objects.add(object.get("id").textValue())).isTrue();
            assertThat(types).contains(object.get("type").textValue());
            object.get("attributes")
                    .forEach(attribute ->
                            OffsetDateTime.parse(attribute.get("time").textValue()));
        });
        assertThat(objects)
                .contains(number)
                .anyMatch(id -> id.startsWith("facility-"))
                .anyMatch(id -> id.startsWith("party-"));
        assertThat(ocel.findParents("value"))
                .as("the schema of OCEL 2.0 has texts only")
                .isNotEmpty()
                .allMatch(attribute -> attribute.get("value").isTextual());
        List<String> finished = new ArrayList<>();
        ocel.get("events").forEach(event -> {
            assertThat(types).contains(event.get("type").textValue());
            OffsetDateTime.parse(event.get("time").textValue());
            assertThat(event.get("relationships")).isNotEmpty();
            event.get("relationships").forEach(related -> {
                assertThat(objects).contains(related.get("objectId").textValue());
                assertThat(related.get("qualifier").textValue()).isNotBlank();
            });
            finished.add(event.get("type").textValue());
        });
        assertThat(finished)
                .contains("Named, \"so\" & <so>", "Filed: LETTER_OF_WARNING")
                .doesNotContain("Filed: PENALTY_WORKSHEET");
    }

    @Test
    void whatIsOpenIsThereSinceWhenUnlessThePeriodIsOver() throws Exception {
        String open = "?process=tank-enforcement&version=1";

        assertThat(cases.get("process-analyst", "/api/event-log.csv" + open).text())
                .containsPattern("(?m)^" + number
                        + ",Record response to letter,schedule,[^,]+,tanks-staff,tanks,[^,]+,tank-enforcement,1,"
                        + "tank-enforcement,RecordResponseToLetter,[^,]+,RESPONSIBLE_PARTY,,20[^,]+,,,\\r?$");
        assertThat(cases.get("process-analyst", "/api/event-log.xes" + open).text())
                .contains("<trace><string key=\"concept:name\" value=\"" + number + "\"/>");
        assertThat(cases.read(cases.get("process-analyst", "/api/event-log.ocel.json" + open))
                        .get("events")
                        .findParents("relationships"))
                .anySatisfy(event -> {
                    assertThat(event.get("type").textValue()).isEqualTo("Open: Record response to letter");
                    assertThat(event.at("/relationships/0/objectId").textValue())
                            .isEqualTo(number);
                });
        for (String over : List.of("&to=2026-01-01", "&outcome=COMPLETED")) {
            assertThat(cases.get("process-analyst", "/api/event-log.csv" + open + over)
                            .text())
                    .doesNotContain(number);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xes", "ocel.json"})
    void aStoppedClockIsThereWithItsDates(String format) throws Exception {
        database.sql(
                        "UPDATE finished_stage SET stopped_by = 'EXTENSION', stopped_from = created_at,"
                                + " stopped_until = finished_at, extended_seconds = seconds WHERE version = 99 AND stage = 'CallOwner'")
                .update();

        assertThat(log(format).text())
                .containsPattern(
                        switch (format) {
                            case "csv" ->
                                "TIMER_PASSED,2026-03-10T18:00:00.000Z,EXTENSION,2026-03-02T18:00:00.000Z,2026-03-12T18:00:00.000Z";
                            case "xes" -> "<date key=\"stoppedUntil\" value=\"2026-03-12T18:00:00.000Z\"/></event>";
                            default -> "\\{\"name\":\"stoppedFrom\",\"value\":\"2026-03-02T18:00:00.000Z\"}";
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xes", "ocel.json"})
    void noNamesArePassedOnAndNobodyReadsWithoutTheRight(String format) throws Exception {
        assertThat(log(format).text()).contains(number).doesNotContain("Invented Oil", "Prairie Stop", "Elm Street");
        assertThat(cases.get("tanks-staff", address(format)).status()).isEqualTo(403);
        assertThat(cases.get("air-chief", address(format)).text()).doesNotContain(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xes", "ocel.json"})
    void whatIsWrongIsNamedInsteadOfALog(String format) throws Exception {
        DeskCases.Answer answer =
                cases.get("process-analyst", "/api/event-log." + format + "?process=nothing&region=Atlantis");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(cases.faults(answer)).containsExactly("process", "region");
    }

    /** While the first bytes leave, PostgreSQL still holds a cursor on the rows to come. */
    @Test
    void rowsAreReadAsTheyAreWritten() throws Exception {
        for (int i = 0; i < 500; i++) {
            stages.task("RecordResponseToLetter", 1, "COMPLETED");
        }
        AtomicLong cursors = new AtomicLong(-1);
        AtomicLong bytes = new AtomicLong();
        log.csv(
                log.select(new StageQuery(Set.of(Program.TANKS), "tank-enforcement", 99, null, null, null, null)),
                new OutputStream() {
                    @Override
                    public void write(int one) {
                        bytes.incrementAndGet();
                    }

                    @Override
                    public void write(byte[] some, int start, int length) throws IOException {
                        if (bytes.getAndAdd(length) == 0) {
                            cursors.set(openCursors());
                        }
                    }
                });

        assertThat(bytes.get()).isGreaterThan(200_000);
        assertThat(cursors.get()).isEqualTo(TestDatabase.isPostgresql() ? 1 : 0);
    }

    private long openCursors() {
        return TestDatabase.isPostgresql()
                ? database.sql(
                                "SELECT COUNT(*) FROM pg_cursors WHERE statement LIKE '%ORDER BY e.case_number%' AND name <> ''")
                        .query(Long.class)
                        .single()
                : 0;
    }

    private DeskCases.Answer log(String format) throws Exception {
        return cases.get("process-analyst", address(format));
    }

    private static String address(String format) {
        return "/api/event-log." + format + "?" + InventedStages.FILTER;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add((Element) child);
        }
        return children;
    }

    private static List<Element> named(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    private static String kind(Element element) {
        return ATTRIBUTES.contains(element.getLocalName()) ? "attribute" : element.getLocalName();
    }

    private static Set<String> keys(Element element) {
        return new HashSet<>(
                children(element).stream().map(each -> each.getAttribute("key")).toList());
    }

    private static String value(Element element, String key) {
        return children(element).stream()
                .filter(each -> each.getAttribute("key").equals(key))
                .map(each -> each.getAttribute("value"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> attributesOf(Element root) {
        List<Element> found = new ArrayList<>();
        for (Element child : children(root)) {
            if (kind(child).equals("attribute")) {
                found.add(child);
            } else {
                found.addAll(attributesOf(child));
            }
        }
        return found;
    }
}
