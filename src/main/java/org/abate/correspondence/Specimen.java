package org.abate.correspondence;

import java.util.List;
import java.util.Map;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;

/** A plainly invented case, in which a text can be looked at by somebody who reads no cases. */
final class Specimen {

    private static final String DAY = "October 1, 2026";

    /** A program whose letters are looked at where no case is chosen: one that issues every kind of order. */
    private static final Program PROGRAM = Program.DRINKING_WATER;

    private Specimen() {}

    static CaseExcerpt enforcement() {
        return excerpt(null);
    }

    /** With a request in it too, so that it has all that a case can have. */
    static CaseExcerpt ofEverything() {
        return excerpt(new CaseExcerpt.Request(
                "variance",
                "a maximum contaminant level",
                new CaseExcerpt.Covered("Specimen System", "MO0000000", "Cole County")));
    }

    private static CaseExcerpt excerpt(CaseExcerpt.Request request) {
        return new CaseExcerpt(
                "DW-2026-00000",
                PROGRAM,
                new CaseExcerpt.Site(
                        "Specimen Facility",
                        List.of("1 Specimen Street", "Jefferson City, MO 65101"),
                        "Cole County",
                        "Northeast",
                        Map.of("pwsid", "MO0000000")),
                new CaseExcerpt.Party("Specimen Party", List.of("2 Specimen Street", "Jefferson City, MO 65101")),
                DAY,
                List.of(
                        new CaseExcerpt.Found(1, "[citation]", "[what was found]", DAY, null),
                        new CaseExcerpt.Found(2, "[citation]", "[what was found]", DAY, "October 20, 2026")),
                List.of(new CaseExcerpt.Talk(DAY, "Inspection", "A. Staff", "B. Owner", "30", "[what was said]")),
                List.of(new CaseExcerpt.Paper(
                        "October 5, 2026",
                        DocumentKind.LETTER_OF_WARNING.name(),
                        DocumentKind.LETTER_OF_WARNING.title(),
                        true,
                        "November 19, 2026",
                        false)),
                List.of(),
                request);
    }
}
