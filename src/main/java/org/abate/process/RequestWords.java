package org.abate.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.abate.casefile.Matter;
import org.abate.casefile.WaterRequest;

/** What a decision notice on a variance or exemption says, as 10 CSR 60-6.010(4) and 60-6.020(4) demand. */
final class RequestWords {

    private static final DeadlineCalendar CALENDAR = new DeadlineCalendar();

    private RequestWords() {}

    /** The variance or exemption, its period and its termination, a paragraph a line. The letter lists the facilities. */
    static String granted(WaterRequest request, LocalDate finalCompliance) {
        String grant = request.matter().words();
        String period = finalCompliance == null
                ? "It is effective for an indefinite period, until a new and effective treatment technology is developed. The"
                        + " department will prescribe a new compliance schedule at that time (10 CSR 60-6.030(1)(B)2)."
                : (request.matter() == Matter.EXEMPTION ? "Its termination date is " : "It is effective until ")
                        + date(finalCompliance) + ", the date by which final compliance is to be achieved.";
        return String.join(
                "\n",
                "The department grants " + article(grant) + " from " + request.from() + ".",
                period,
                termination(request));
    }

    private static String termination(WaterRequest request) {
        if (request.matter() == Matter.VARIANCE && request.subject() == WaterRequest.Subject.TREATMENT_TECHNIQUE) {
            return "The variance may be terminated at any time upon a finding that, due to the nature of the raw water source,"
                    + " the specified treatment technique is necessary to protect persons, or that the public water system"
                    + " has failed to comply with monitoring and other requirements prescribed by the department as a"
                    + " condition to the granting of the variance (10 CSR 60-6.010(4)(B)4).";
        }
        return "The " + request.matter().words() + " will be terminated when the system comes into compliance with the"
                + " applicable rule, and may be terminated upon a finding by the department that the system has failed to"
                + " comply with any requirements of a final schedule issued pursuant to 10 CSR 60-6.030 ("
                + (request.matter() == Matter.VARIANCE ? "10 CSR 60-6.010(4)(B)3" : "10 CSR 60-6.020(4)(B)") + ").";
    }

    static String denied(WaterRequest request, String reason) {
        return "The department denies the request for "
                + article(request.matter().words()) + " from " + request.from() + ".\n" + reason;
    }

    static String terminated(WaterRequest request, String system, String reason) {
        return "The department terminates the " + request.matter().words() + " from " + request.from() + " for "
                + system + ".\n" + reason;
    }

    /** What a grant is tied to: conditions, then each dated step. */
    static String conditions(List<String> conditions, List<Milestone> steps, List<Milestone> interim) {
        List<String> lines = new ArrayList<>(conditions);
        steps.forEach(step -> lines.add("By " + date(step.dueOn()) + ": " + step.action()));
        interim.forEach(step -> lines.add("Interim measure, by " + date(step.dueOn()) + ": " + step.action()));
        return String.join("\n", lines);
    }

    static String date(LocalDate day) {
        return CALENDAR.date(CALENDAR.endOf(day));
    }

    static String article(String noun) {
        return (noun.startsWith("e") ? "an " : "a ") + noun;
    }
}
