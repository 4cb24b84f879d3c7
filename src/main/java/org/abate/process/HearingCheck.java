package org.abate.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.abate.casefile.Fault;

/**
 * Whether a notice was given in each area served, and a hearing is arranged there and in time (10 CSR 60-6.040(1), (2),
 * (4)). Where the form refuses a field, its fault stands and those of here are not told.
 *
 * @param areas of all the systems that the notice covers
 */
record HearingCheck(AreasServed areas, LocalDate today) {

    /** What is wrong with how the public notice was given. */
    List<Fault> circulated(Map<String, Object> answers) {
        List<Fault> faults = circulated(answers, "postedAt", "newspaper");
        if (answers.get("mailedOn") != null && text(answers, "agencies").isEmpty()) {
            faults.add(new Fault("agencies", "is missing: name the agencies that the notice was mailed to"));
        }
        return faults;
    }

    /** What is wrong with where a notice was posted and in which newspapers it was published. */
    List<Fault> circulated(Map<String, Object> answers, String posted, String published) {
        List<Fault> faults = new ArrayList<>(areas.faults(
                posted,
                text(answers, posted),
                "Post office, Rolla",
                "names no post office for",
                "the notice is posted in the principal one of each community or area served (10 CSR 60-6.040(2)(A))"));
        faults.addAll(areas.faults(
                published,
                text(answers, published),
                "Rolla Daily",
                "names no newspaper for",
                "the notice is published in one of general circulation in the area served (10 CSR 60-6.040(2)(A))"));
        return faults;
    }

    /**
     * What is wrong with how the notice of a hearing was given; nothing where it was not.
     *
     * @param hearing the day that the hearing is arranged for
     * @param requested whether anybody requested it, to whom the notice is sent
     */
    List<Fault> noticeGiven(Map<String, Object> answers, LocalDate hearing, boolean requested) {
        if (!"GIVEN".equals(answers.get("hearingNoticeResult"))) {
            return List.of();
        }
        LocalDate last = hearing.minusDays(HearingSession.DAYS_BEFORE_HEARING);
        List<Fault> faults = new ArrayList<>();
        for (String way :
                List.of("noticePostedOn", "noticePublishedOn", "noticeMailedOn", "noticeSentToRequestersOn")) {
            if (answers.get(way) instanceof String day && LocalDate.parse(day).isAfter(last)) {
                faults.add(new Fault(
                        way, "is less than fifteen days before the hearing: move the hearing (10 CSR 60-6.040(4))"));
            }
        }
        if (requested && answers.get("noticeSentToRequestersOn") == null) {
            faults.add(new Fault(
                    "noticeSentToRequestersOn",
                    "is missing: those who requested the hearing are sent the notice (10 CSR 60-6.040(4))"));
        }
        faults.addAll(circulated(answers, "noticePostedAt", "noticeNewspaper"));
        return faults;
    }

    /** What is wrong with the day and the places of a hearing. */
    List<Fault> arranged(Map<String, Object> answers) {
        List<Fault> faults = new ArrayList<>();
        LocalDate earliest = today.plusDays(HearingSession.DAYS_BEFORE_HEARING);
        if (answers.get("hearingOn") instanceof String day
                && LocalDate.parse(day).isBefore(earliest)) {
            faults.add(new Fault(
                    "hearingOn",
                    "must not be before " + RequestWords.date(earliest)
                            + ": notice is given not less than fifteen days before (10 CSR 60-6.040(4))"));
        }
        if (!Boolean.TRUE.equals(answers.get("inAreaServed"))) {
            faults.add(new Fault(
                    "inAreaServed",
                    "the hearing is held in an area where the supplier of water distributes (10 CSR 60-6.040(1))"));
        }
        faults.addAll(areas.faults(
                "hearingPlaces",
                text(answers, "hearingPlaces"),
                "City Hall, Rolla",
                "names no place in the area of",
                "the hearing is held where each supplier of water distributes (10 CSR 60-6.040(1))"));
        return faults;
    }

    private static String text(Map<String, Object> answers, String field) {
        return Objects.toString(answers.get(field), "").strip();
    }
}
