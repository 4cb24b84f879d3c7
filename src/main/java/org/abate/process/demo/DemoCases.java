package org.abate.process.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.abate.casefile.CaseQuery;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Commission;
import org.abate.casefile.MeetingCalendar;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewMeeting;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The demonstration's cases, one at each height of the ladder, opened at the first start. Facilities and owners are
 * invented. Each is walked as staff would walk it, with the engine's clock set to the days on which things happened.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "abate.demo.cases", matchIfMissing = true)
public class DemoCases {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);
    private static final String STAFF = "tanks-staff";
    private static final String ENFORCEMENT = "tanks-enforcement";

    private final CaseRecord caseRecord;
    private final MeetingCalendar calendar;
    private final DemoWalk walk;
    private final List<DemoProgram> programs;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DemoCases(
            CaseRecord caseRecord,
            MeetingCalendar calendar,
            DemoWalk walk,
            List<DemoProgram> programs,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.caseRecord = caseRecord;
        this.calendar = calendar;
        this.walk = walk;
        this.programs = programs;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Opens the cases, unless there are cases already: all of them or, where the first start dies half way, none. */
    public void open() {
        if (caseRecord.search(new CaseQuery(null, null, null, null, 0, 1)).total() > 0) {
            return;
        }
        LOG.info("The cases of the demonstration are opened: a minute, once");
        walk.begin();
        try {
            transaction.executeWithoutResult(all -> openAll());
        } finally {
            walk.end();
        }
    }

    private void openAll() {
        meetings();
        waitingForTheFirstResponse();
        partyToIdentify();
        noticeSent();
        scheduleTracked();
        referralInPreparation();
        penaltyNegotiated();
        returnedToCompliance();
        LOG.info("The cases of tanks are opened");
        programs.forEach(DemoProgram::open);
    }

    private void meetings() {
        for (int weeks : List.of(5, 18)) {
            calendar.add(new NewMeeting(
                    Commission.HAZARDOUS_WASTE_MANAGEMENT,
                    LocalDate.now(clock).plusWeeks(weeks),
                    "Sample Conference Center, Jefferson City"));
        }
    }

    private void waitingForTheFirstResponse() {
        open(
                12,
                "Placeholder Petroleum, Rolla",
                "1401 North Bishop Avenue, Rolla, MO 65401",
                "Phelps",
                "Southeast",
                "ST0090001",
                new NewParty("Placeholder Petroleum LLC", "PO Box 9001, Rolla, MO 65402"),
                DemoWalk.violation(
                        "10 CSR 26-2.040", "Release detection was not performed on tank 2 in the last 30 days."),
                DemoWalk.violation(
                        "10 CSR 26-2.034", "Release detection records of the last twelve months were not available."));
    }

    private void partyToIdentify() {
        open(
                52,
                "Former Sample Springs Service Station",
                "210 Main Street, Bolivar, MO 65613",
                "Polk",
                "Southwest",
                "ST0090002",
                null,
                DemoWalk.violation(
                        "10 CSR 26-2.060",
                        "Three tanks out of use for more than twelve months were not closed permanently."));
        walk.fire(7, "ResponseToLetterDue");
    }

    private void noticeSent() {
        open(
                58,
                "Imaginary Express Mart 12",
                "3300 South Noland Road, Independence, MO 64055",
                "Jackson",
                "Kansas City",
                "ST0090003",
                new NewParty("Imaginary Express Mart Inc.", "500 Nowhere Plaza, Independence, MO 64055"),
                DemoWalk.violation(
                        "10 CSR 26-2.030", "The spill bucket of tank 1 was cracked and held fuel and water."),
                DemoWalk.violation(
                        "10 CSR 26-2.031", "The cathodic protection system had not been tested for four years."));
        walk.fire(13, "ResponseToLetterDue");
        walk.complete(
                8,
                STAFF,
                "PrepareNoticeOfViolation",
                "remainingActions",
                "Replace the spill bucket of tank 1.\n"
                        + "Have the cathodic protection system tested by a qualified tester and send the report.");
    }

    private void scheduleTracked() {
        open(
                40,
                "Fictional Farms Cooperative",
                "18 Elevator Road, Sikeston, MO 63801",
                "Scott",
                "Southeast",
                "ST0090004",
                new NewParty("Fictional Farms Cooperative Association", "PO Box 77, Sikeston, MO 63801"),
                DemoWalk.violation(
                        "10 CSR 26-2.041", "The automatic line leak detector of the diesel line was not tested."));
        walk.complete(
                25,
                STAFF,
                "RecordResponseToLetter",
                "responseKind",
                "LETTER",
                "responseFrom",
                "Fictional Farms Cooperative",
                "responseSummary",
                "A new detector is ordered; the cooperative proposes to test it and to send the result.");
        walk.complete(22, STAFF, "EvaluateResponseToLetter", "responseToLetter", "SCHEDULE");
        walk.complete(20, STAFF, "ReviewComplianceSchedule", "scheduleAccepted", "true");
        LocalDate today = walk.today();
        walk.complete(
                19,
                STAFF,
                "EnterMilestones",
                "milestones",
                today.plusDays(5) + " Install the new line leak detector\n" + today.plusDays(33)
                        + " Test it and send the result");
    }

    private void referralInPreparation() {
        open(
                110,
                "Make-Believe Marine Fuels",
                "1 Harbor Lane, Camdenton, MO 65020",
                "Camden",
                "Southwest",
                "ST0090005",
                new NewParty("Make-Believe Marine Fuels LLC", "1 Harbor Lane, Camdenton, MO 65020"),
                DemoWalk.violation("10 CSR 26-2.040", "No method of release detection was in use for either tank."),
                DemoWalk.violation(
                        "10 CSR 26-2.050", "An unusual operating condition was not reported within 24 hours."));
        toTheOwnersCall("Financial responsibility\nRegistration fees due\nRelease detection");
        walk.complete(
                6,
                ENFORCEMENT,
                "CallOwner",
                "violationsCorrected",
                "false",
                "callMinutes",
                25,
                "callWith",
                "The manager",
                "callNote",
                "The letters were received. The owner does not intend to install release detection before spring.");
    }

    private void penaltyNegotiated() {
        open(
                130,
                "Invented Interstate Truck Plaza",
                "I-70 Exit 148, Kingdom City, MO 65262",
                "Callaway",
                "Northeast",
                "ST0090006",
                new NewParty("Invented Interstate Truck Plaza LP", "PO Box 148, Kingdom City, MO 65262"),
                DemoWalk.violation("10 CSR 26-2.030", "The overfill alarm of tank 3 did not work."));
        toTheOwnersCall("Overfill alarm of tank 3");
        walk.complete(
                30,
                ENFORCEMENT,
                "CallOwner",
                "violationsCorrected",
                "true",
                "callMinutes",
                15,
                "callWith",
                "The owner",
                "callNote",
                "The alarm was repaired and tested; the owner sends the report.");
        walk.complete(28, ENFORCEMENT, "EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", "true");
        walk.complete(
                25,
                ENFORCEMENT,
                "CompleteWorksheet",
                "potentialForHarm",
                "MODERATE",
                "extentOfDeviation",
                "MAJOR",
                "tanks",
                1,
                "perTank",
                "true",
                "daysOfNoncompliance",
                96,
                "environmentalSensitivity",
                "LOW",
                "cooperation",
                -10);
        walk.complete(25, ENFORCEMENT, "CompleteCalculation");
        walk.complete(21, "hazardous-waste-chief", "ApprovePenalty", "penaltyApproved", "true");
        walk.complete(19, "hazardous-waste-director", "ApprovePenalty", "penaltyApproved", "true");
        walk.complete(16, "division-director", "ApprovePenalty", "penaltyApproved", "true");
    }

    private void returnedToCompliance() {
        open(
                45,
                "Nonesuch Neighborhood Gas",
                "77 Elm Street, Hannibal, MO 63401",
                "Marion",
                "Northeast",
                "ST0090007",
                new NewParty("Nonesuch Neighborhood Gas Co.", "77 Elm Street, Hannibal, MO 63401"),
                DemoWalk.violation("10 CSR 26-2.034", "The operator training records were not kept at the facility."));
        walk.complete(
                20,
                STAFF,
                "RecordResponseToLetter",
                "responseKind",
                "EMAIL",
                "responseFrom",
                "The owner",
                "responseSummary",
                "Copies of the training records are enclosed.");
        walk.complete(18, STAFF, "EvaluateResponseToLetter", "responseToLetter", "ADEQUATE");
        walk.complete(17, ENFORCEMENT, "EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", "false");
    }

    private void toTheOwnersCall(String items) {
        walk.fire(64, "ResponseToLetterDue");
        walk.complete(
                60,
                STAFF,
                "PrepareNoticeOfViolation",
                "remainingActions",
                "Correct each violation and send the records that show it.");
        walk.fire(44, "ResponseToNoticeDue");
        walk.complete(40, STAFF, "ForwardEnforcementActionRequest", "itemsInQuestion", items);
        walk.complete(38, "tanks-chief", "AssignCaseManager", "caseManager", ENFORCEMENT);
    }

    private void open(
            int daysAgo,
            String name,
            String address,
            String county,
            String region,
            String number,
            NewParty party,
            NewViolation... violations) {
        walk.open(
                daysAgo,
                Program.TANKS,
                new NewFacility(null, name, address, county, region, Map.of("ustFacility", number)),
                party,
                Map.of("violationCurrent", true),
                violations);
    }
}
