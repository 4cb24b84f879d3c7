package org.abate.casefile;

import java.time.LocalDate;

/**
 * What happened to a sent document, to be recorded.
 *
 * @param manner null where nobody has said
 * @param reference the number of the certified mail article, or the courier's; may be null
 * @param date the day of it, from the day the document was sent to today
 * @param upon who took or refused it; may be null
 * @param corrects the entry that this one takes the place of; null for most
 */
public record NewService(
        ServiceEvent event,
        ServiceManner manner,
        String reference,
        LocalDate date,
        String upon,
        String note,
        Long corrects) {

    public NewService correcting(long entry) {
        return new NewService(event, manner, reference, date, upon, note, entry);
    }

    /** Of an event about which no more is known. */
    public static NewService of(ServiceEvent event, LocalDate date) {
        return new NewService(event, null, null, date, null, null, null);
    }
}
