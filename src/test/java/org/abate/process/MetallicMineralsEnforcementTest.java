package org.abate.process;

import org.abate.casefile.Program;
import org.junit.jupiter.api.Tag;

/** Metallic minerals, outcome by outcome (Manual 3.4, 8.4); on PostgreSQL industrial minerals stand for both. */
@Tag("once")
@StoriesOf({"metallic-minerals-enforcement", "minerals-notice"})
class MetallicMineralsEnforcementTest extends MineralsStories {

    MetallicMineralsEnforcementTest() {
        super(Program.METALLIC_MINERALS);
    }

    @Override
    String amount() {
        return "300.00";
    }
}
