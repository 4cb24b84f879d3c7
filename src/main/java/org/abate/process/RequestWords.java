package org.abate.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.Matter;
import org.abate.casefile.WaterRequest;

/** What a decision notice on a variance or exemption says, as 10 CSR 60-6.010(4) and 60-6.020(4) demand. */
final class RequestWords {

    /** Before an interim control measure among the steps that are tracked. */
    private static final String INTERIM = "Interim measure: ";

    private RequestWords() {}

    /** For how long it is granted. {@code kind} is with DATES, INDEFINITE or with NONE of them. */
    static String period(Matter matter, String kind, LocalDate finalCompliance) {
        return switch (kind) {
            case "INDEFINITE" ->
                "It is effective for an indefinite period, until a new and effective treatment technology is developed: the"
                        + " public water system has no access to an alternative water source and can effect or anticipate no"
                        + " adequate improvement of the existing raw water source. The department will prescribe a new"
                        + " compliance schedule at that time (10 CSR 60-6.030(1)(B)2).";
            case "NONE" -> "It is effective until it is terminated.";
            default ->
                (matter == Matter.EXEMPTION ? "Its termination date is " : "It is effective until ")
                        + date(finalCompliance) + ", the date by which final compliance is to be achieved.";
        };
    }

    /** Likewise of a renewed exemption, whose schedule may have the system comply before its termination date. */
    static String renewedPeriod(LocalDate endsOn, LocalDate finalCompliance) {
        return endsOn.equals(finalCompliance)
                ? period(Matter.EXEMPTION, ProposalCheck.DATES, endsOn)
                : "Its termination date is " + date(endsOn) + ". Final compliance is to be achieved by "
                        + date(finalCompliance) + ".";
    }

    /** What follows the period of an exemption: the determination that it is no longer than it has to be. */
    static String practicable(String reason) {
        return " The department has determined that this is as soon as practicable (10 CSR 60-6.030(2)(C)): "
                + sentence(reason.replaceAll("\\s*\\R\\s*", " "));
    }

    /** What was typed, with the full stop that it lacks at its end, for a sentence may follow. */
    static String sentence(String typed) {
        String text = typed.strip();
        return text.isEmpty() || text.matches("(?s).*[.!?:;…][\"”’')\\]]*") ? text : text + ".";
    }

    /** The variance or exemption, its period and its termination, a paragraph a line. The letter names the facility. */
    static String granted(WaterRequest request, String period) {
        return String.join(
                "\n",
                "The department grants " + request.matter().withArticle() + " from " + request.from() + ".",
                period,
                termination(request));
    }

    /**
     * What a public notice says of the grant and its schedule (10 CSR 60-6.040(1)): of the schedule both what it has to
     * have, the steps toward compliance and the interim control measures (10 CSR 60-6.030(1)(A), (2)(A)).
     *
     * @param conditions that the grant is tied to besides
     */
    static String summary(
            WaterRequest request,
            String period,
            List<String> conditions,
            List<Milestone> steps,
            List<Milestone> interim) {
        List<String> schedule = schedule(steps, interim);
        List<String> lines = new ArrayList<>();
        lines.add(request.matter().title()
                + (schedule.isEmpty() ? "" : " and " + request.matter().words() + " schedule") + ": from "
                + request.from() + ", for " + request.system().inWords() + ".");
        lines.add(period);
        conditions.forEach(condition -> lines.add("Condition: " + condition));
        lines.addAll(schedule);
        return String.join("\n", lines);
    }

    /**
     * Likewise of a schedule that is prescribed anew.
     *
     * @param renewed whether the exemption is renewed with it
     */
    static String newSummary(
            WaterRequest request,
            boolean renewed,
            String period,
            NewConditions conditions,
            List<Milestone> steps,
            List<Milestone> interim) {
        List<String> lines = new ArrayList<>();
        lines.add((renewed
                        ? "Renewal of the exemption for two years, and exemption schedule"
                        : request.matter().title() + " schedule")
                + ": from " + request.from() + ", for " + request.system().inWords() + ".");
        lines.add(period);
        lines.add("The schedule takes the place of the one in force"
                + (conditions.granted().isEmpty() ? "." : "; the conditions that were granted with stay in force."));
        conditions.granted().forEach(condition -> lines.add("Condition: " + condition));
        conditions.added().forEach(condition -> lines.add("Further condition: " + condition));
        lines.addAll(schedule(steps, interim));
        return String.join("\n", lines);
    }

    /** What a letter says of it, so that it stands alone: the conditions that were granted with go before the new steps. */
    static String rescheduled(
            WaterRequest request, boolean renewed, String period, NewConditions conditions, String reason) {
        String matter = request.matter().words();
        List<String> lines = new ArrayList<>();
        lines.add(
                renewed
                        ? "The department renews the exemption from " + request.from() + " for "
                                + request.system().inWords() + " for two years (10 CSR 60-6.030(2)(D))."
                        : "The department prescribes a new schedule for compliance under the " + matter + " from "
                                + request.from() + " for " + request.system().inWords() + " (10 CSR 60-6.030).");
        if (renewed) {
            lines.add("The department has found that the system, which serves "
                    + number(request.system().personsServed())
                    + " persons, needs financial assistance for the necessary improvements and is taking all practicable steps to"
                    + " meet the requirements of 10 CSR 60-6.020(4)(D)1. to 3. and the established compliance schedule (10 CSR"
                    + " 60-6.030(2)(D)).");
        }
        lines.add(period);
        lines.add(termination(request));
        lines.add("The " + matter + " is conditioned upon "
                + (conditions.granted().isEmpty()
                        ? ""
                        : "the conditions that it was granted with, which stay in force, and upon ")
                + (conditions.added().isEmpty() ? "" : "further conditions and ")
                + "the new schedule"
                + (conditions.isEmpty() ? ", which follows." : "; all of these follow."));
        if (!reason.isEmpty()) {
            lines.add(sentence(reason));
        }
        return String.join("\n", lines);
    }

    /**
     * That no new schedule comes into force, and that the grant goes on without it.
     *
     * @param renewal whether the exemption was to be renewed with it
     * @param heard whether it is rescinded after its hearing; otherwise it was not noticed
     */
    static String notRescheduled(WaterRequest request, boolean renewal, boolean heard, String reason) {
        String matter = request.matter().words();
        LocalDate last = request.system().endsOn();
        String grant =
                matter + " from " + request.from() + " for " + request.system().inWords();
        String what;
        if (heard) {
            what = "After the public hearing the department has rescinded the proposed "
                    + (renewal
                            ? "renewal of the " + grant + ", and its schedule: it is not renewed"
                            : "new schedule of the " + grant)
                    + " (10 CSR 60-6.040(7)).";
        } else {
            what = renewal
                    ? "The department does not renew the " + grant + " (10 CSR 60-6.030(2)(D))."
                    : "The department prescribes no new schedule for compliance under the " + grant
                            + " (10 CSR 60-6.030).";
        }
        return String.join(
                "\n",
                what,
                "It stays in effect with what it was granted with"
                        + (last == null
                                ? ""
                                : ", until " + (request.matter() == Matter.EXEMPTION ? "its termination date, " : "")
                                        + date(last))
                        + ", unless it is terminated before ("
                        + (request.matter() == Matter.EXEMPTION
                                ? "10 CSR 60-6.020(4)(A), (B)"
                                : "10 CSR 60-6.010(4)(B)")
                        + ").",
                sentence(reason));
    }

    /** The steps toward compliance and those of the interim control measures, a line each. */
    private static List<String> schedule(List<Milestone> steps, List<Milestone> interim) {
        return Stream.concat(
                        steps.stream().map(step -> "By " + date(step.dueOn()) + ": " + step.action()),
                        interim.stream()
                                .map(step -> "Interim measure, by " + date(step.dueOn()) + ": " + step.action()))
                .toList();
    }

    /** When it will and may be terminated (10 CSR 60-6.010(4)(B)3, 4, 60-6.020(4)(B)). */
    static String termination(WaterRequest request) {
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

    static String denied(WaterRequest request, boolean acuteRisk, String reason) {
        return "The department denies the request for "
                + request.matter().withArticle() + " from " + request.from() + ".\n"
                + (acuteRisk
                        ? "A violation of this maximum contaminant level presents an acute, short-term risk to public health"
                                + " (10 CSR 60-6.0" + (request.matter() == Matter.VARIANCE ? "10" : "20") + "(1)).\n"
                        : "")
                + sentence(reason);
    }

    /**
     * That it has ended with its last day.
     *
     * @param compliedOn since when the system complies; null where it does not
     */
    static String ended(WaterRequest request, LocalDate compliedOn) {
        return "The " + request.matter().words() + " from " + request.from() + " for "
                + request.system().inWords() + ", ended on "
                + date(request.system().endsOn()) + ", "
                + (request.matter() == Matter.EXEMPTION
                        ? "its termination date (10 CSR 60-6.020(4)(A))."
                        : "the last day of the period for which it was effective (10 CSR 60-6.010(4)(B)2).")
                + "\n"
                + (compliedOn == null
                        ? "The system is to comply with the applicable rule from the day after; the department has not found that"
                                + " it does."
                        : "The system came into compliance with the applicable rule on " + date(compliedOn) + ".");
    }

    static String terminated(WaterRequest request, LocalDate on, String reason) {
        return "The department terminates the " + request.matter().words() + " from " + request.from() + " for "
                + request.system().inWords() + " on " + date(on) + ".\n" + sentence(reason);
    }

    /** What a grant is tied to: conditions, then each dated step. */
    static String conditions(List<String> conditions, List<Milestone> steps, List<Milestone> interim) {
        return Stream.concat(conditions.stream(), schedule(steps, interim).stream())
                .collect(Collectors.joining("\n"));
    }

    /** The steps of a schedule in the order of their dates, as they are tracked. */
    static List<String> tracked(List<Milestone> steps, List<Milestone> interim) {
        return Stream.concat(
                        steps.stream(),
                        interim.stream().map(measure -> new Milestone(measure.dueOn(), INTERIM + measure.action())))
                .sorted(Comparator.comparing(Milestone::dueOn))
                .map(Milestone::toString)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** A count as people write it: 1,200. */
    static String number(int count) {
        return "%,d".formatted(count);
    }

    static String date(LocalDate day) {
        return DeadlineCalendar.date(day);
    }
}
