package org.abate.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.abate.penalty.RuleBook;
import org.abate.penalty.RuleSummary;
import org.abate.penalty.RuleTables;
import org.abate.penalty.WorksheetRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The form of a what-if becomes the worksheet that the rule takes, and what the rule refuses finds its field. */
class WhatIfTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final RuleBook RULES = RuleBook.standard();

    static Stream<String> rules() {
        return RULES.rules().stream().map(RuleSummary::rule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aFormFilledInWithAWorksheetBecomesThatWorksheet(String rule) {
        RuleTables tables = RULES.tables(rule);

        WhatIf form = WhatIf.of(tables, tables.example());

        assertThat(RULES.calculate(rule, form.worksheet(), TODAY))
                .isEqualTo(RULES.calculate(rule, tables.example(), TODAY));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyFaultOfAnEmptyFormHasItsField(String rule) {
        WhatIf form = form(rule);

        assertThat(form.findings(faults(rule, form)))
                .hasSameSizeAs(faults(rule, form))
                .allSatisfy(finding -> {
                    assertThat(finding.id()).isNotNull();
                    assertThat(finding.missing()).as(finding.label()).isTrue();
                });
    }

    @Test
    void moneyIsTakenAsPeopleWriteIt() {
        WhatIf form =
                form("air", "violations[0]", "", "violations[0].amount", " $1,250.5 ", "violations[0].days", "1,0");

        assertThat(form.worksheet()).hasToString("{\"violations\":[{\"amount\":\"1250.5\",\"days\":10}]}");
    }

    @Test
    void whatIsNoNumberStaysAsItWasTypedAndIsRefusedBesideItsField() {
        WhatIf form = form("air", "violations[0].days", "1e9", "violations[0].amount", "some");

        assertThat(form.worksheet().at("/violations/0/days").textValue()).isEqualTo("1e9");
        assertThat(form.findings(faults("air", form)))
                .filteredOn(finding -> !finding.missing())
                .extracting(WhatIf.Finding::label)
                .containsExactly("Violation 1: Penalty for one day of the violation", "Violation 1: Days of violation");
    }

    @Test
    void aQuestionIsAskedOnlyWhereTheAnswerBesideItCallsForIt() {
        String type = "violations[0].facility.type";
        assertThat(form("clean-water").conditional()).isEmpty();
        assertThat(form("clean-water", type, "SLUDGE").conditional())
                .containsExactly("violations[0].facility.dryPoundsPerDay");
        WhatIf changedItsMind = form("clean-water", type, "SLUDGE", "violations[0].facility.acres", "12");
        assertThat(changedItsMind.worksheet().at("/violations/0/facility").toString())
                .isEqualTo("{\"type\":\"SLUDGE\"}");
    }

    @Test
    void entriesAreAddedAndRemovedWithWhatTheyHold() {
        WhatIf two = form("air", "violations[0]", "", "violations[0].basis", "first")
                .changed("add:violations")
                .changed("add:adjustments");
        assertThat(two.worksheet()).hasToString("{\"violations\":[{\"basis\":\"first\"},{}],\"adjustments\":[{}]}");
        assertThat(two.changed("remove:violations[0]")
                        .changed("remove:adjustments[0]")
                        .worksheet())
                .hasToString("{\"violations\":[{}]}");
        assertThat(two.changed("remove:everything").worksheet()).isEqualTo(two.worksheet());
    }

    @Test
    void aFormHasNoMoreEntriesThanAPersonFillsIn() {
        WhatIf form = form("air", "violations[0]", "");
        for (int i = 0; i < 30; i++) {
            form = form.changed("add:violations");
        }
        assertThat(form.worksheet().get("violations")).hasSize(WhatIf.MOST_ENTRIES);
    }

    @Test
    void thePrintedAnswersAreInTheRulesWords() {
        RuleTables tables = RULES.tables("hazardous-waste");

        assertThat(WhatIf.of(tables, tables.example()).answers())
                .extracting(WhatIf.Answered::label, WhatIf.Answered::answer)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("Violation 1: Days of violation", "3"),
                        org.assertj.core.groups.Tuple.tuple(
                                "Conference, conciliation and persuasion was sought", "Yes"))
                .noneMatch(answered -> answered.toList().contains("MAJOR"));
    }

    private static WhatIf form(String rule, String... typed) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        for (int i = 0; i < typed.length; i += 2) {
            values.add(typed[i], typed[i + 1]);
        }
        return new WhatIf(RULES.tables(rule), values);
    }

    private static List<org.abate.penalty.Fault> faults(String rule, WhatIf form) {
        ObjectNode worksheet = form.worksheet();
        try {
            RULES.calculate(rule, worksheet, TODAY);
            return List.of();
        } catch (WorksheetRefused refused) {
            return refused.faults();
        }
    }
}
