package org.abate.process;

import org.abate.casefile.Program;

/** Metallic minerals, outcome by outcome (Manual 3.4, 8.4). */
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
