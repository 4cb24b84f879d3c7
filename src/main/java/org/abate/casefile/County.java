package org.abate.casefile;

import java.util.List;
import java.util.Map;

/** Missouri's 114 counties, and the City of St. Louis, which is in none of them. */
public final class County {

    private static final List<String> NAMES = List.of("""
            Adair,Andrew,Atchison,Audrain,Barry,Barton,Bates,Benton,Bollinger,Boone,Buchanan,Butler,Caldwell,Callaway,\
            Camden,Cape Girardeau,Carroll,Carter,Cass,Cedar,Chariton,Christian,City of St. Louis,Clark,Clay,Clinton,\
            Cole,Cooper,Crawford,Dade,Dallas,Daviess,DeKalb,Dent,Douglas,Dunklin,Franklin,Gasconade,Gentry,Greene,\
            Grundy,Harrison,Henry,Hickory,Holt,Howard,Howell,Iron,Jackson,Jasper,Jefferson,Johnson,Knox,Laclede,\
            Lafayette,Lawrence,Lewis,Lincoln,Linn,Livingston,Macon,Madison,Maries,Marion,McDonald,Mercer,Miller,\
            Mississippi,Moniteau,Monroe,Montgomery,Morgan,New Madrid,Newton,Nodaway,Oregon,Osage,Ozark,Pemiscot,Perry,\
            Pettis,Phelps,Pike,Platte,Polk,Pulaski,Putnam,Ralls,Randolph,Ray,Reynolds,Ripley,Saline,Schuyler,Scotland,\
            Scott,Shannon,Shelby,St. Charles,St. Clair,St. Francois,St. Louis,Ste. Genevieve,Stoddard,Stone,Sullivan,\
            Taney,Texas,Vernon,Warren,Washington,Wayne,Webster,Worth,Wright""".split(","));

    private static final KnownNames KNOWN = new KnownNames(NAMES, Map.of("St. Louis City", "City of St. Louis"));

    private County() {}

    /** The name as the record has it; faults where there is no such county. */
    static String known(String field, String written, Faults faults) {
        return KNOWN.find(written).orElseGet(() -> {
            faults.add(
                    field,
                    "is no county of Missouri"
                            + KNOWN.nearest(written)
                                    .map(near -> "; the nearest name is " + near)
                                    .orElse("; write its name, such as Cole or City of St. Louis"));
            return written;
        });
    }

    /** The names as the record has them, in the order of the alphabet. */
    public static List<String> names() {
        return NAMES;
    }

    /** Pettis is "Pettis County"; "City of St. Louis" and "St. Louis City" stay as they are. */
    public static String title(String name) {
        return name.matches("(?i).*\\b(county|city)\\b.*") ? name : name + " County";
    }
}
