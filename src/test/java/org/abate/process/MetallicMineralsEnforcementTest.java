package org.abate.process;

import org.abate.ApplicationTest;
import org.abate.casefile.Program;
import org.springframework.context.annotation.Import;

/** Metallic minerals, outcome by outcome (Manual 3.4, 8.4). */
@ApplicationTest
@Import(EveryNodeAndFlowOfTheProgram.class)
class MetallicMineralsEnforcementTest extends MineralsStories {

    MetallicMineralsEnforcementTest() {
        super(Program.METALLIC_MINERALS);
    }

    @Override
    String amount() {
        return "300.00";
    }
}
