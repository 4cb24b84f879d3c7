package org.abate.casefile;

import java.util.List;

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

    private County() {}

    /** The names as the record has them, in the order of the alphabet. */
    public static List<String> names() {
        return NAMES;
    }

    /** Pettis is "Pettis County"; "City of St. Louis" and "St. Louis City" stay as they are. */
    public static String title(String name) {
        return name.matches("(?i).*\\b(county|city)\\b.*") ? name : name + " County";
    }
}
