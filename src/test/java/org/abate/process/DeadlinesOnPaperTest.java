package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * Every day that a letter asks somebody to keep is the day that the engine keeps: the days printed in the finished PDF are
 * the due dates of the tasks that wait for them, and of their timers (interpretation S1; decision 1). A letter prints a day
 * to keep with its weekday, and no other. Each kind is sent by the diagram that sends it, half an hour before midnight.
 */
@StoriesOf({})
class DeadlinesOnPaperTest {

    private static final Pattern DAY = Pattern.compile("(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \\w+ \\d+, \\d{4}");
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", Locale.US);

    /** Kinds that could name a last day to respond, and that no diagram gives one: there is no clock to agree with. */
    private static final Set<DocumentKind> WITHOUT_CLOCK = Set.of(
            DocumentKind.PENALTY_NEGOTIATION_LETTER, DocumentKind.SETTLEMENT_OFFER, DocumentKind.NOTICE_OF_REFERRAL);

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private AutowireCapableBeanFactory application;

    @Autowired
    private Clock clock;

    private final DeadlineCalendar calendar = new DeadlineCalendar();

    @BeforeEach
    void halfAnHourBeforeMidnight() {
        ClockUtil.setCurrentTime(Date.from(LocalDate.now(clock)
                .atTime(LocalTime.of(23, 30))
                .atZone(clock.getZone())
                .toInstant()));
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
        theCase.operator(null);
    }

    /** For each kind the way to its letter; it tells which days the engine keeps by what the letter says. */
    private static final Map<DocumentKind, Function<DeadlinesOnPaperTest, Set<LocalDate>>> WAYS =
            new TreeMap<>(Map.ofEntries(
                    Map.entry(DocumentKind.LETTER_OF_INQUIRY, test -> {
                        test.theCase.open(true, false);
                        return test.keptBy("RecordResponseToLetter");
                    }),
                    Map.entry(DocumentKind.LETTER_OF_WARNING, test -> {
                        test.story(new AirEnforcementTest()).firstLetterSent();
                        return test.keptBy("RecordResponse");
                    }),
                    Map.entry(DocumentKind.NOTICE_OF_VIOLATION, test -> {
                        test.theCase.open().noticeSent();
                        return test.keptBy("RecordResponseToNotice");
                    }),
                    Map.entry(DocumentKind.ILLEGAL_DUMPING_INVESTIGATION_REPORT, test -> {
                        test.story(new SolidWasteEnforcementTest()).dumpingReported();
                        return test.keptBy("RecordResponse");
                    }),
                    Map.entry(DocumentKind.CESSATION_ORDER, test -> {
                        test.story(new CoalEnforcementTest()).order();
                        return test.keptBy("RecordAbatement");
                    }),
                    Map.entry(DocumentKind.NOTICE_OF_DELINQUENT_RECLAMATION, test -> {
                        test.story(new CoalEnforcementTest()).delinquent();
                        return test.keptBy("RecordAbatement");
                    }),
                    Map.entry(DocumentKind.OFFER_TO_MEET, test -> {
                        test.story(new PenaltyOrderTest()).offerSent();
                        return test.keptBy("RecordAnswerToOffer");
                    }),
                    // The steps of a schedule are entered when it is accepted; the letter that accepts it names none
                    // yet
                    Map.entry(DocumentKind.SCHEDULE_DECISION_LETTER, test -> {
                        test.twoSteps();
                        return Set.of();
                    }),
                    Map.entry(DocumentKind.COMPLIANCE_SCHEDULE, test -> {
                        test.twoSteps();
                        Set<LocalDate> kept = new TreeSet<>(test.keptBy("RecordMilestone"));
                        test.theCase.complete("RecordMilestone", "milestoneResult", "MET");
                        kept.addAll(test.keptBy("RecordMilestone"));
                        return kept;
                    }),
                    Map.entry(DocumentKind.EXTENSION_DECISION, test -> {
                        test.story(new TankEnforcementTest())
                                .schedule(test.theCase.inDays(30) + " Replace the spill bucket")
                                .complete(
                                        "RecordMilestone",
                                        "milestoneResult",
                                        "EXTENSION_REQUESTED",
                                        "extensionRequest",
                                        "Parts are late")
                                .complete(
                                        "DecideOnExtension",
                                        "extensionGranted",
                                        true,
                                        "newDueDate",
                                        test.theCase.inDays(45),
                                        "extensionReason",
                                        "The supplier confirms the delay");
                        return test.keptBy("RecordMilestone");
                    }),
                    Map.entry(DocumentKind.PENALTY_DEMAND_LETTER, test -> {
                        test.story(new SolidWasteEnforcementTest()).demandSent();
                        return test.keptBy("RecordAcknowledgment");
                    }),
                    Map.entry(DocumentKind.ADMINISTRATIVE_PENALTY_ORDER, test -> {
                        test.story(new PenaltyOrderTest()).issued(Program.DRINKING_WATER);
                        Set<LocalDate> kept = new TreeSet<>(test.keptBy("RecordOrderPayment"));
                        kept.add(LocalDate.parse(test.theCase
                                .seen("RecordOrderPayment", "appealBy")
                                .get(0)
                                .toString()));
                        return kept;
                    }),
                    Map.entry(DocumentKind.DECISION_NOTICE, test -> {
                        PenaltyOrderTest orders = test.story(new PenaltyOrderTest());
                        orders.restSuspended();
                        orders.suspensionApproved()
                                .complete("RecordInspection", "inCompliance", false, "inspectionNote", "No chlorine")
                                .complete(
                                        "DecideOnReinstatement",
                                        "penaltyReinstated",
                                        true,
                                        "reinstatementReason",
                                        "No chlorine");
                        return test.keptBy("RecordReinstatedPayment");
                    }),
                    Map.entry(DocumentKind.REFERRAL_REQUEST, test -> {
                        test.story(new ReferralTest())
                                .refer(Program.TANKS, "COMPLIANCE")
                                .complete("PrepareReferralRequest", "summary", "Injunction")
                                .approve("ApproveReferral", "referralApproved")
                                .complete("PlaceOnAgenda", "commissionMeetingOn", test.theCase.inDays(30));
                        return test.keptBy("RecordCommissionDecision");
                    }),
                    Map.entry(DocumentKind.PUBLIC_NOTICE, test -> {
                        test.proposal("MO8900001").noticed();
                        return test.keptBy("RecordHearingRequest");
                    }),
                    Map.entry(DocumentKind.HEARING_NOTICE, test -> {
                        RequestWalk request = test.proposal("MO8900002");
                        request.noticed();
                        request.onMotion().fire("RequestsDue").complete("RecordFurtherRequest", "hearingEvent", "NONE");
                        request.arranged();
                        return test.keptBy("HoldHearing");
                    })));

    static Set<DocumentKind> kinds() {
        return WAYS.keySet();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void theDaysOnPaperAreTheDaysInTheEngine(DocumentKind kind) {
        Set<LocalDate> kept = WAYS.get(kind).apply(this);

        assertThat(printed(kind))
                .as("days to keep, printed in the %s", kind.title())
                .isEqualTo(kept);
    }

    /** A notice of assessment cannot know the day it will be served; the time that it prints runs from there. */
    @Test
    void theDaysToPayAnAssessmentRunFromItsService() {
        MiningStories mining = story(new IndustrialMineralsEnforcementTest());
        mining.noticeIssued();
        mining.assessed();
        String days = Pattern.compile("be paid within (\\d+) days of the day on which this notice is served")
                .matcher(theCase.text(DocumentKind.PENALTY_ASSESSMENT_NOTICE))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(printed(DocumentKind.PENALTY_ASSESSMENT_NOTICE)).isEmpty();

        theCase.daysLater(4);
        mining.served("RECEIVED");

        assertThat(keptBy("RecordAssessedPayment"))
                .containsExactly(theCase.today().plusDays(Integer.parseInt(days)));
    }

    @Test
    void everyKindThatCanNameADayIsComparedHere() throws IOException {
        Set<DocumentKind> known = new TreeSet<>(WAYS.keySet());
        known.addAll(WITHOUT_CLOCK);
        known.add(DocumentKind.PENALTY_ASSESSMENT_NOTICE);

        assertThat(kindsThatCanNameADay())
                .as("kinds with a deadline; give each that is new its way in WAYS")
                .isEqualTo(known);
    }

    @Test
    void noDiagramGivesADayToTheKindsThatAreSaidToHaveNone() {
        assertThat(Models.in(Models.PROCESSES, ".bpmn").stream()
                        .map(file -> Bpmn.readModelFromFile(file.toFile()))
                        .flatMap(model -> model.getModelElementsByType(ServiceTask.class).stream())
                        .map(DeadlinesOnPaperTest::settings)
                        .filter(settings -> settings.containsKey("deadlineTimer"))
                        .map(settings -> DocumentKind.valueOf(settings.get("letter"))))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(WITHOUT_CLOCK)
                .isSubsetOf(WAYS.keySet());
    }

    private static Map<String, String> settings(ServiceTask step) {
        return step.getExtensionElements() == null
                ? Map.of()
                : step.getExtensionElements().getChildElementsByType(CamundaProperties.class).stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .collect(Collectors.toMap(
                                CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue, (a, b) -> a));
    }

    /** Those that may be answered, and those with a particular that is a day to keep, or a number of days. */
    private static Set<DocumentKind> kindsThatCanNameADay() throws IOException {
        try (InputStream file = DeadlinesOnPaperTest.class.getResourceAsStream("/letters/letters.yaml")) {
            Set<DocumentKind> kinds = new TreeSet<>();
            new ObjectMapper(new YAMLFactory())
                    .readTree(file)
                    .path("letters")
                    .properties()
                    .forEach(letter -> {
                        if (canNameADay(letter.getValue())) {
                            kinds.add(DocumentKind.valueOf(letter.getKey()));
                        }
                    });
            return kinds;
        }
    }

    private static boolean canNameADay(JsonNode letter) {
        Stream<String> types = StreamSupport.stream(letter.path("particulars").spliterator(), false)
                .map(particular -> particular.path("type").asText());
        return letter.has("answer")
                || letter.path("particulars").has("daysToPay")
                || types.anyMatch(Set.of("DAY", "MILESTONES")::contains);
    }

    /** A class of stories, in the application of this test. */
    private <S> S story(S story) {
        application.autowireBean(story);
        return story;
    }

    private CaseWalk twoSteps() {
        return story(new TankEnforcementTest())
                .schedule(theCase.inDays(30) + " Replace the spill bucket\n" + theCase.inDays(60) + " Test the lines");
    }

    private RequestWalk proposal(String pwsid) {
        PublicHearingTest requests = story(new PublicHearingTest());
        requests.walk();
        requests.hearing(pwsid);
        return requests.request;
    }

    /** The days on which the open tasks of this id are due; they and their timers end with the last second of it. */
    private Set<LocalDate> keptBy(String activityId) {
        Set<LocalDate> days = new LinkedHashSet<>();
        List<Task> tasks = theCase.tasks(activityId);
        assertThat(tasks)
                .as("open tasks %s; the case is at %s", activityId, theCase.stage())
                .isNotEmpty();
        for (Task task : tasks) {
            LocalDate day = calendar.day(task.getDueDate().toInstant());
            assertThat(task.getDueDate().toInstant()).isEqualTo(calendar.endOf(day));
            assertThat(timers(task))
                    .allSatisfy(timer -> assertThat(timer.getDuedate()).isEqualTo(task.getDueDate()));
            days.add(day);
        }
        return days;
    }

    private List<Job> timers(Task task) {
        return engine.getManagementService()
                .createJobQuery()
                .executionId(task.getExecutionId())
                .timers()
                .list();
    }

    private Set<LocalDate> printed(DocumentKind kind) {
        return DAY.matcher(theCase.textAsItLooks(kind))
                .results()
                .map(MatchResult::group)
                .map(day -> LocalDate.parse(day, IN_WORDS))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
