package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Editing a diagram is no way to run code: what an expression may say is a closed set. */
class ExpressionPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P45D",
                "plain text with $ and # and { braces }",
                "${responsiblePartyKnown && violationCurrent}",
                "#{responsiblePartyKnown}",
                "${responseToLetter == 'ADEQUATE'}",
                "${responseToLetter == \"AD.EQU()ATE\"}",
                "${penaltyApproved == false}",
                "${amount >= 20000.50 || (amount < 1 && !late)}",
                "${caseManager != null}",
                "${not empty caseManager and true}",
                "${office}-chief",
                "${office}-${program}",
                "#{execution.processBusinessKey}",
                "${approvalStep.approver}",
                "${record.penaltyTotal(execution.processBusinessKey)}",
                "${penaltyApproved && !record.lacksWorksheet( execution . processBusinessKey )}",
                "${record.habitualViolator(execution.processBusinessKey)}",
                "${!record.offeredToMeet(execution.processBusinessKey)}",
                "${record.anythingToPenalize(execution.processBusinessKey, penaltyRule, noticeViolations, servedViolations)}",
                "${deadlines.endOf(paymentDueOn)}",
                "${deadlines.endOf(record.lastDayOfGrant(execution.processBusinessKey))}",
                "${deadlines.endOf('2027-03-01')}"
            })
    void whatDiagramsNeedIsAllowed(String text) {
        assertThat(ExpressionPolicy.objection(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${execution.getClass()}",
                "#{execution.getClass()}",
                "${execution}",
                "${task}",
                "${record}",
                "${record.penaltyTotal(execution.processBusinessKey, penaltyRule)}",
                "${externalTask}",
                "${authenticatedUserId}",
                "${execution.getVariable('x')}",
                "${execution.processInstance}",
                "${execution . processEngineServices}",
                "${execution\n.processEngineServices}",
                "${''.getClass()}",
                "${\"\".getClass().forName('java.lang.Runtime')}",
                "${''['class']}",
                "${caseManager['class']}",
                "${caseManager.class}",
                "${caseManager.bytes}",
                "${approvalStep.approver.class}",
                "${approvalStep.class}",
                "${(caseManager).class}",
                "${true.class}",
                "${1.5.class}",
                "${record.getClass()}",
                "${record.penaltyTotal('TK-2026-00001')}",
                "${record.penaltyTotal(otherCase)}",
                "${record.penaltyTotal(execution.processBusinessKey).class}",
                "${record.violationsWithoutWorksheet(execution.processBusinessKey)[0]}",
                "${record.lacksWorksheet(execution.processBusinessKey, execution.processBusinessKey)}",
                "${deadlines.endOf(day).time}",
                "${deadlines.endOf(execution.getVariable('day'))}",
                "${deadlines.getClass()}",
                "${dataSource.connection}",
                "${sendLetter.execute(execution)}",
                "${currentUser()}",
                "${now()}",
                "${S('{}')}",
                "${JSON('{}').prop('x')}",
                "${T(java.lang.Runtime).getRuntime()}",
                "${new java.io.File('x')}",
                "${a = b}",
                "${a -> b}",
                "${x -> x.getClass()}",
                "${a ? b : c}",
                "${a ? execution.getClass() : c}",
                "${a + b}",
                "${a - b}",
                "${a; b}",
                "${[1,2]}",
                "${{'a':1}}",
                "${a\\u002eclass}",
                "${caseManäger}",
                "${a$b}",
                "${a == ${b}}",
                "${a == #{b.getClass()}}",
                "${a}${b.getClass()}",
                "${office}-#{execution.id}",
                "text ${a.b} text",
                "$${a.b}{execution.getClass()}",
                "${'}'.getClass()}",
                "${a == '}'.getClass()}",
                "${a == \"}\".getClass() == \"\"}",
                "${'a' == 'b'.getClass()}",
                "${'it\\'s'.getClass()}",
                "${'\\\\'.getClass()}",
                "${'\"'.getClass() == '\"'}",
                "${}",
                "${ }",
                "${a",
                "#{a",
                "${a == 'b}",
                "${a} and ${b",
                "\\${execution.getClass()}"
            })
    void whatCouldRunCodeOrReachAnotherCaseIsRefused(String text) {
        assertThat(ExpressionPolicy.objection(text)).isPresent();
    }
}
