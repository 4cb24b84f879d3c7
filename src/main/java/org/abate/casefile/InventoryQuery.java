package org.abate.casefile;

/**
 * Which sources of a year are listed.
 *
 * @param which {@code null} for all
 * @param words a part of the source's number, of the names of facility or owner, or of its case number; null for all
 * @param page counts from 0
 */
public record InventoryQuery(int year, Which which, String words, int page, int size) {

    /** The sources by where they stand. */
    public enum Which {
        MISSING(
                "Not submitted",
                "(questionnaire_received_on IS NULL OR fee_received_on IS NULL) AND struck_on IS NULL"),
        SUBMITTED("Submitted", "questionnaire_received_on IS NOT NULL AND fee_received_on IS NOT NULL"),
        INVOICED("Late invoice sent", "invoice_number IS NOT NULL"),
        LISTED("On the list", "listed"),
        WITH_CASE("Case open", "case_number IS NOT NULL"),
        STRUCK("Taken off", "struck_on IS NOT NULL");

        private final String title;
        private final String condition;

        Which(String title, String condition) {
            this.title = title;
            this.condition = condition;
        }

        public String title() {
            return title;
        }

        String condition() {
            return condition;
        }
    }
}
