package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.DocumentKind;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager's edit can be wrong, but never dangerous, never wrong in silence, and is never lost. */
@RunningCases
@Tag("once")
class DeploymentGuardTest {

    private static final String KEY = "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/>";
    private static final String LETTER = "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${sendLetter}\"";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private EngineRest rest;

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private PackagedProcesses packaged;

    @Autowired
    private Clock clock;

    @AfterEach
    void onlyWhatIsPackagedStays() {
        engine.getRepositoryService().createDeploymentQuery().list().stream()
                .filter(deployment -> !"packaged".equals(deployment.getSource()))
                .map(Deployment::getId)
                .forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    }

    private static Arguments diagram(String element, String reason, String inside) {
        return arguments("trial.bpmn", element, reason, Diagrams.around(inside));
    }

    private static Arguments tanksWith(String was, String is, String reason) {
        return arguments(
                "tank-enforcement.bpmn",
                "tank-enforcement",
                reason,
                Diagrams.packaged("hazardous-waste/tank-enforcement.bpmn").replace(was, is));
    }

    private static Arguments tanksEvent(String event, String was, String is, String reason) {
        return arguments(
                "tank-enforcement.bpmn",
                event,
                reason,
                Diagrams.packaged("hazardous-waste/tank-enforcement.bpmn").replace(was, is));
    }

    private static String parameter(String name, String value) {
        return "<camunda:inputOutput><camunda:inputParameter name=\"" + name + "\">" + value
                + "</camunda:inputParameter></camunda:inputOutput>";
    }

    /** A letter whose deadline a task waits for, with more inside its extensions and after it. */
    private static String letterWithItsTimer(String inside, String more) {
        return Diagrams.serviceTask(
                        LETTER,
                        Diagrams.settings("letter", "LETTER_OF_WARNING", "deadlineTimer", "Due")
                                .replace("</bpmn:extensionElements>", inside + "</bpmn:extensionElements>"))
                + Diagrams.userTask("", Diagrams.settings("countsFrom", "letterSentOn"))
                + timer("<bpmn:timeDuration>P45D</bpmn:timeDuration>")
                + more;
    }

    @Test
    void aLetterWithParametersThatHandsItsDateOnIsAccepted() {
        String handsOn = parameter("basis", "x")
                .replace(
                        "</camunda:inputOutput>",
                        "<camunda:outputParameter name=\"letterSentOn\">${letterSentOn}</camunda:outputParameter>"
                                + "</camunda:inputOutput>");
        EngineRest.Answer answer =
                rest.deploy("process-manager", Map.of("trial.bpmn", Diagrams.around(letterWithItsTimer(handsOn, ""))));
        assertThat(answer.message()).doesNotContain("would never start");
    }

    private static Arguments approvalsWith(String was, String is) {
        String table = Diagrams.packaged("decisions/penalty-approval.dmn");
        String before = table.substring(0, table.indexOf(was));
        String cell = before.substring(before.lastIndexOf(" id=\"") + " id=\"".length());
        return arguments(
                "penalty-approval.dmn",
                cell.substring(0, cell.indexOf('"')),
                "cannot be read as FEEL",
                table.replace(was, is));
    }

    static Stream<Arguments> diagramsThatAreRefused() {
        return Stream.of(
                diagram(
                        "Run",
                        "scripts",
                        "<bpmn:scriptTask id=\"Run\" scriptFormat=\"javascript\"><bpmn:script>1"
                                + "</bpmn:script></bpmn:scriptTask>"),
                diagram("Do", "class is not allowed", Diagrams.serviceTask("camunda:class=\"java.lang.Object\"", "")),
                diagram("Do", "class is not allowed", Diagrams.serviceTask("activiti:class=\"java.lang.Object\"", "")),
                diagram("Do", "expression is not allowed", Diagrams.serviceTask("camunda:expression=\"${a}\"", "")),
                diagram(
                        "Do",
                        "topic is not allowed",
                        Diagrams.serviceTask("camunda:type=\"external\" camunda:topic=\"t\"", "")),
                diagram("Do", "one of", Diagrams.serviceTask("camunda:delegateExpression=\"${dataSource}\"", "")),
                diagram("Do", "choose an element template", Diagrams.serviceTask("", "")),
                diagram(
                        "Do",
                        "must be asynchronous",
                        Diagrams.serviceTask("camunda:delegateExpression=\"${assessPenalty}\"", "")),
                diagram(
                        "Do",
                        "letter \"LETTER\" is not one of",
                        Diagrams.serviceTask(LETTER, Diagrams.settings("letter", "LETTER"))),
                diagram("Do", "letter \"\" is not one of", Diagrams.serviceTask(LETTER, "")),
                diagram(
                        "Do",
                        "letter \"LATE_INVOICE\" is not one of",
                        Diagrams.serviceTask(LETTER, Diagrams.settings("letter", "LATE_INVOICE"))),
                diagram(
                        "Do",
                        "no timer \"Nowhere\"",
                        Diagrams.serviceTask(
                                LETTER, Diagrams.settings("letter", "LETTER_OF_WARNING", "deadlineTimer", "Nowhere"))),
                diagram(
                        "Do",
                        "\"deadlinetimer\" means nothing",
                        Diagrams.serviceTask(
                                LETTER, Diagrams.settings("letter", "LETTER_OF_WARNING", "deadlinetimer", "x"))),
                diagram(
                        "Do",
                        "Look must say with the setting countsFrom",
                        Diagrams.serviceTask(
                                        LETTER,
                                        Diagrams.settings("letter", "LETTER_OF_WARNING", "deadlineTimer", "Due"))
                                + Diagrams.userTask("", "")
                                + timer("<bpmn:timeDuration>P45D</bpmn:timeDuration>")),
                diagram(
                        "Look",
                        "no letter names its timer",
                        Diagrams.userTask("", Diagrams.settings("countsFrom", "d"))),
                diagram(
                        "Due",
                        "another timer on the same step has this duration",
                        Diagrams.userTask("", "")
                                + timerFrom("Due", "P45D", "discoveredOn")
                                + timerFrom("Other", "P45D", "finalComplianceDate")),
                diagram(
                        "Due",
                        "only a timer with a duration like P45D counts",
                        Diagrams.userTask("", "") + timerFrom("Due", "${wait}", "discoveredOn")),
                diagram(
                        "Late",
                        "put the event subprocess into a subprocess",
                        "<bpmn:subProcess id=\"Wait\" triggeredByEvent=\"true\"><bpmn:startEvent id=\"Late\">"
                                + Diagrams.settings("countsFrom", "discoveredOn")
                                + "<bpmn:timerEventDefinition><bpmn:timeDuration>P90D</bpmn:timeDuration>"
                                + "</bpmn:timerEventDefinition></bpmn:startEvent></bpmn:subProcess>"),
                diagram(
                        "Do",
                        "no timer \"Elsewhere\"",
                        Diagrams.serviceTask(
                                        LETTER,
                                        Diagrams.settings("letter", "LETTER_OF_WARNING", "deadlineTimer", "Elsewhere"))
                                + Diagrams.callActivity(
                                        "calledElement=\"new-violation-follow-up\"",
                                        "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/>")),
                diagram(
                        "Do",
                        "the deadline it prints would never start",
                        letterWithItsTimer(parameter("basis", "x"), "")),
                diagram(
                        "Do",
                        "give it the output parameter letterSentOn with the value ${letterSentOn}",
                        letterWithItsTimer(
                                "",
                                "<bpmn:boundaryEvent id=\"Soon\" attachedToRef=\"Do\">"
                                        + "<bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration>"
                                        + "</bpmn:timerEventDefinition></bpmn:boundaryEvent>")),
                diagram(
                        "Do",
                        "keeps the date \"newViolationLetterSentOn\" to itself",
                        Diagrams.serviceTask(
                                        LETTER,
                                        Diagrams.settings(
                                                        "letter",
                                                        "LETTER_OF_WARNING",
                                                        "deadlineTimer",
                                                        "ResponseForNewViolationDue")
                                                .replace(
                                                        "</bpmn:extensionElements>",
                                                        parameter("basis", "x") + "</bpmn:extensionElements>"))
                                + Diagrams.callActivity("calledElement=\"new-violation-follow-up\"", KEY)),
                tanksWith(
                        "name=\"ReturnedToCompliance\"",
                        "name=\"ReturnedToComplianceX\"",
                        "no event waits for the message \"ReturnedToCompliance\", which every case of a program takes"),
                tanksEvent(
                        "ComplianceReached",
                        "name=\"ReturnedToCompliance\"",
                        "name=\"ReturnedToComplianceX\"",
                        "nothing sends the message \"ReturnedToComplianceX\"; did you mean \"ReturnedToCompliance\"?"),
                tanksEvent(
                        "NewViolationReceived",
                        "isInterrupting=\"false\"",
                        "",
                        "\"NewViolationFound\" must not interrupt: the case goes on"),
                tanksWith(
                        "name=\"CaseWithdrawn\"",
                        "name=\"AgreementReached\"",
                        "no event waits for the message \"CaseWithdrawn\""),
                arguments(
                        "administrative-penalty-order.bpmn",
                        "OrderWithdrawnReceived",
                        "\"CaseWithdrawn\" goes to the program's own process",
                        Diagrams.packaged("building-blocks/administrative-penalty-order.bpmn")
                                .replace("name=\"PenaltyOrderWithdrawn\"", "name=\"CaseWithdrawn\"")),
                arguments(
                        "administrative-penalty-order.bpmn",
                        "AppealReceived",
                        "nothing sends the message \"ApealFiled\"; did you mean \"AppealFiled\"?",
                        Diagrams.packaged("building-blocks/administrative-penalty-order.bpmn")
                                .replace("name=\"AppealFiled\"", "name=\"ApealFiled\"")),
                diagram(
                        "Do",
                        "outcome \"OPEN\" is not one of",
                        Diagrams.serviceTask(
                                "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${recordOutcome}\"",
                                Diagrams.settings("outcome", "OPEN"))),
                diagram(
                        "Do",
                        "say whom to tell",
                        Diagrams.serviceTask(
                                "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${notify}\"", "")),
                diagram(
                        "Do",
                        "no group \"tanks-staf\"",
                        Diagrams.serviceTask(
                                "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${notify}\"",
                                Diagrams.settings("group", "tanks-staf", "message", "Look"))),
                diagram(
                        "Do",
                        "choose the program",
                        Diagrams.serviceTask(
                                "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${startCase}\"",
                                Diagrams.settings("program", "fire"))),
                diagram(
                        "Do",
                        "not asynchronous",
                        Diagrams.serviceTask(
                                "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${openCase}\"", "")),
                diagram(
                        "Do",
                        "scripts, listeners",
                        Diagrams.serviceTask(
                                LETTER,
                                "<bpmn:extensionElements>"
                                        + "<camunda:field name=\"x\" stringValue=\"y\"/></bpmn:extensionElements>")),
                diagram(
                        "Look",
                        "scripts, listeners",
                        Diagrams.userTask(
                                "",
                                "<bpmn:extensionElements>"
                                        + "<camunda:taskListener event=\"create\" class=\"x\"/></bpmn:extensionElements>")),
                diagram(
                        "Look",
                        "scripts, listeners",
                        Diagrams.userTask(
                                "",
                                "<bpmn:extensionElements>"
                                        + "<camunda:executionListener event=\"start\" class=\"x\"/></bpmn:extensionElements>")),
                diagram(
                        "Look",
                        "scripts, listeners",
                        Diagrams.userTask(
                                "",
                                "<bpmn:extensionElements>"
                                        + "<activiti:taskListener event=\"create\" class=\"x\"/></bpmn:extensionElements>")),
                diagram(
                        "Look",
                        "formData",
                        Diagrams.userTask(
                                "", "<bpmn:extensionElements>" + "<camunda:formData/></bpmn:extensionElements>")),
                diagram(
                        "Look",
                        "scripts, listeners",
                        Diagrams.userTask(
                                "",
                                "<bpmn:extensionElements>"
                                        + "<camunda:inputOutput><camunda:inputParameter name=\"x\">"
                                        + "<camunda:script scriptFormat=\"groovy\">1</camunda:script>"
                                        + "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>")),
                diagram(
                        "Look",
                        "is not allowed",
                        Diagrams.userTask(
                                "",
                                "<bpmn:extensionElements>"
                                        + "<camunda:inputOutput><camunda:inputParameter name=\"x\">${execution.id}"
                                        + "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>")),
                diagram("Look", "no form", "<bpmn:userTask id=\"Look\" camunda:candidateGroups=\"tanks-staff\"/>"),
                diagram("Look", "formKey is not allowed", Diagrams.userTask("camunda:formKey=\"embedded:x\"", "")),
                diagram(
                        "Look",
                        "form \"no-such-form\" is not deployed",
                        "<bpmn:userTask id=\"Look\""
                                + " camunda:formRef=\"no-such-form\" camunda:formRefBinding=\"latest\""
                                + " camunda:candidateGroups=\"tanks-staff\"/>"),
                diagram(
                        "Look",
                        "formRefBinding must be \"latest\"",
                        "<bpmn:userTask id=\"Look\""
                                + " camunda:formRef=\"call-owner\" camunda:formRefBinding=\"deployment\""
                                + " camunda:candidateGroups=\"tanks-staff\"/>"),
                diagram(
                        "Look",
                        "no candidate groups",
                        "<bpmn:userTask id=\"Look\" camunda:formRef=\"call-owner\""
                                + " camunda:formRefBinding=\"latest\"/>"),
                diagram(
                        "Look",
                        "no group \"tank-staff\"",
                        "<bpmn:userTask id=\"Look\" camunda:formRef=\"call-owner\""
                                + " camunda:formRefBinding=\"latest\" camunda:candidateGroups=\"tanks-chief, tank-staff\"/>"),
                diagram(
                        "Look",
                        "no group \"${office}-chef\"",
                        "<bpmn:userTask id=\"Look\""
                                + " camunda:formRef=\"call-owner\" camunda:formRefBinding=\"latest\""
                                + " camunda:candidateGroups=\"${office}-chef\"/>"),
                diagram(
                        "Look",
                        "candidateUsers is not allowed",
                        Diagrams.userTask("camunda:candidateUsers=\"jo\"", "")),
                diagram("Look", "assign nobody in person", Diagrams.userTask("camunda:assignee=\"jo\"", "")),
                diagram("Look", "is not allowed", Diagrams.userTask("camunda:assignee=\"${execution.id}\"", "")),
                diagram("Look", "dueDate \"10 days\"", Diagrams.userTask("camunda:dueDate=\"10 days\"", "")),
                diagram("Look", "dueDate \"P-5D\"", Diagrams.userTask("camunda:dueDate=\"P-5D\"", "")),
                diagram(
                        "Look",
                        "records \"RESPONSES\" is not one of",
                        Diagrams.userTask("", Diagrams.settings("records", "RESPONSES"))),
                diagram(
                        "Due",
                        "a timer is a duration",
                        Diagrams.userTask("", "") + timer("<bpmn:timeDuration>45 days</bpmn:timeDuration>")),
                diagram(
                        "Due",
                        "a timer is a duration",
                        Diagrams.userTask("", "") + timer("<bpmn:timeDate>tomorrow</bpmn:timeDate>")),
                diagram(
                        "Due",
                        "a timer is a duration",
                        Diagrams.userTask("", "") + timer("<bpmn:timeCycle>0 0 * * * ?</bpmn:timeCycle>")),
                diagram(
                        "Call",
                        "process \"no-such-process\" is not deployed",
                        Diagrams.callActivity("calledElement=\"no-such-process\"", KEY)),
                diagram(
                        "Call",
                        "an expression cannot be checked",
                        Diagrams.callActivity("calledElement=\"${process}\"", KEY)),
                diagram(
                        "Call",
                        "hand on the case number",
                        Diagrams.callActivity(
                                "calledElement=\"settlement\"", "<camunda:in source=\"a\" target=\"a\"/>")),
                diagram(
                        "Call",
                        "not all of them",
                        Diagrams.callActivity("calledElement=\"settlement\"", KEY + "<camunda:in variables=\"all\"/>")),
                diagram(
                        "Call",
                        "not all of them",
                        Diagrams.callActivity(
                                "calledElement=\"settlement\"", KEY + "<camunda:out variables=\"all\"/>")),
                diagram(
                        "Call",
                        "variableMappingClass is not allowed",
                        Diagrams.callActivity(
                                "calledElement=\"settlement\" camunda:variableMappingClass=\"x.Y\"", KEY)),
                diagram(
                        "Call",
                        "variableMappingDelegateExpression is not allowed",
                        Diagrams.callActivity(
                                "calledElement=\"settlement\" camunda:variableMappingDelegateExpression=\"${sendLetter}\"",
                                KEY)),
                diagram(
                        "Call",
                        "calledElementBinding must be",
                        Diagrams.callActivity(
                                "calledElement=\"settlement\" camunda:calledElementBinding=\"deployment\"", KEY)),
                diagram(
                        "Call",
                        "calledElementTenantId is not allowed",
                        Diagrams.callActivity(
                                "calledElement=\"settlement\" camunda:calledElementTenantId=\"air\"", KEY)),
                diagram(
                        "Decide",
                        "decision \"no-such-table\" is not deployed",
                        "<bpmn:businessRuleTask id=\"Decide\"" + " camunda:decisionRef=\"no-such-table\"/>"),
                diagram(
                        "Decide",
                        "name the decision table",
                        "<bpmn:businessRuleTask id=\"Decide\"" + " camunda:delegateExpression=\"${assessPenalty}\"/>"),
                diagram(
                        "Decide",
                        "only a service task",
                        "<bpmn:businessRuleTask id=\"Decide\"" + " camunda:delegateExpression=\"${assessPenalty}\"/>"),
                diagram(
                        "Wait",
                        "conditionalEventDefinition",
                        "<bpmn:intermediateCatchEvent id=\"Wait\">"
                                + "<bpmn:conditionalEventDefinition><bpmn:condition>${a}</bpmn:condition>"
                                + "</bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>"),
                diagram(
                        "Wait",
                        "signalEventDefinition",
                        "<bpmn:intermediateCatchEvent id=\"Wait\">"
                                + "<bpmn:signalEventDefinition/></bpmn:intermediateCatchEvent>"),
                diagram(
                        "Send",
                        "send task",
                        "<bpmn:sendTask id=\"Send\" camunda:delegateExpression=\"${sendLetter}\"/>"),
                diagram("Nothing", "does nothing", "<bpmn:task id=\"Nothing\"/>"),
                diagram("Nothing", "does nothing", "<bpmn:manualTask id=\"Nothing\"/>"),
                diagram(
                        "Look",
                        "standardLoopCharacteristics",
                        Diagrams.userTask("", "<bpmn:standardLoopCharacteristics/>")),
                diagram(
                        "Flow",
                        "is not allowed",
                        flow("<bpmn:conditionExpression>${a.b()}</bpmn:conditionExpression>")),
                diagram("Flow", "one expression", flow("<bpmn:conditionExpression>true</bpmn:conditionExpression>")),
                diagram(
                        "Flow",
                        "without a script language",
                        flow("<bpmn:conditionExpression language=\"javascript\">1</bpmn:conditionExpression>")),
                diagram("Flow", "cannot be read", flow("<bpmn:conditionExpression>${a ==}</bpmn:conditionExpression>")),
                diagram("Look", "is not allowed", Diagrams.userTask("name=\"${execution.id}\"", "")),
                diagram(
                        "Look",
                        "is not allowed",
                        Diagrams.userTask("", "<bpmn:documentation>${execution.id}</bpmn:documentation>")),
                diagram(
                        "Do",
                        "is not allowed",
                        Diagrams.serviceTask(
                                LETTER,
                                "<bpmn:extensionElements>"
                                        + "<camunda:failedJobRetryTimeCycle>${execution.id}</camunda:failedJobRetryTimeCycle>"
                                        + "</bpmn:extensionElements>")),
                arguments(
                        "trial.bpmn",
                        "M",
                        "is not allowed",
                        Diagrams.whole("<bpmn:message id=\"M\" name=\"${execution.id}\"/>" + EMPTY)),
                arguments(
                        "trial.bpmn",
                        "E",
                        "is not allowed",
                        Diagrams.whole("<bpmn:error id=\"E\" errorCode=\"e\" camunda:errorMessage=\"${execution.id}\"/>"
                                + EMPTY)),
                arguments(
                        "trial.bpmn",
                        "S",
                        "\"signal\" is not used",
                        Diagrams.whole("<bpmn:signal id=\"S\" name=\"s\"/>" + EMPTY)),
                arguments(
                        "trial.bpmn",
                        "P",
                        "is not allowed",
                        Diagrams.whole("<bpmn:collaboration id=\"C\">"
                                + "<bpmn:participant id=\"P\" processRef=\"trial\" name=\"${execution.id}\"/>"
                                + "</bpmn:collaboration>" + EMPTY)),
                arguments(
                        "trial.bpmn",
                        "trial",
                        "history time to live",
                        Diagrams.whole(
                                "<bpmn:process id=\"trial\" isExecutable=\"true\"><bpmn:startEvent id=\"B\"/></bpmn:process>")),
                arguments(
                        "trial.bpmn",
                        "trial",
                        "not executable",
                        Diagrams.whole("<bpmn:process id=\"trial\" camunda:historyTimeToLive=\"P3650D\"/>")),
                arguments("trial.bpmn", "definitions", "no process", Diagrams.whole("")),
                arguments("trial.bpmn", "trial.bpmn", "no well-formed XML", "<bpmn:definitions"),
                arguments(
                        "trial.bpmn",
                        "trial.bpmn",
                        "no well-formed XML",
                        "<!DOCTYPE d [<!ENTITY x SYSTEM"
                                + " \"file:///etc/hostname\">]><definitions>&x;</definitions>"));
    }

    private static final String EMPTY = "<bpmn:process id=\"trial\" isExecutable=\"true\""
            + " camunda:historyTimeToLive=\"P3650D\"><bpmn:startEvent id=\"B\"/></bpmn:process>";

    private static String timerFrom(String id, String duration, String countsFrom) {
        return "<bpmn:boundaryEvent id=\"" + id + "\" attachedToRef=\"Look\">"
                + Diagrams.settings("countsFrom", countsFrom) + "<bpmn:timerEventDefinition><bpmn:timeDuration>"
                + duration
                + "</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>";
    }

    private static String timer(String definition) {
        return "<bpmn:boundaryEvent id=\"Due\" attachedToRef=\"Look\"><bpmn:timerEventDefinition>" + definition
                + "</bpmn:timerEventDefinition></bpmn:boundaryEvent>";
    }

    private static String flow(String condition) {
        return Diagrams.userTask("", "") + "<bpmn:sequenceFlow id=\"Flow\" sourceRef=\"Begin\" targetRef=\"Look\">"
                + condition + "</bpmn:sequenceFlow>";
    }

    static Stream<Arguments> decisionsAndFormsThatAreRefused() {
        String out = "<outputEntry id=\"r2\"><text>\"x\"</text></outputEntry>";
        return Stream.of(
                arguments("trial.dmn", "trial", "history time to live", Diagrams.decision("", Diagrams.table("", out))),
                arguments(
                        "trial.dmn",
                        "ie",
                        "are FEEL, not javascript",
                        Diagrams.decision(
                                "camunda:historyTimeToLive=\"P3650D\"",
                                Diagrams.table("expressionLanguage=\"javascript\"", out))),
                arguments(
                        "trial.dmn",
                        "r2",
                        "are FEEL, not juel",
                        Diagrams.decision(
                                "camunda:historyTimeToLive=\"P3650D\"",
                                Diagrams.table(
                                        "", out.replace(" id=\"r2\"", " id=\"r2\" expressionLanguage=\"juel\"")))),
                approvalsWith("<text>amount</text>", "<text>${sendLetter.x()}</text>"),
                approvalsWith("<text>\"hazardous-waste-chief\"</text>", "<text>\"hazardous-waste-chief</text>"),
                approvalsWith("<text>\"tanks\", \"hazardous-waste\"</text>", "<text>\"tanks\" &gt; (</text>"),
                arguments(
                        "trial.dmn",
                        "trial",
                        "must be a decision table",
                        Diagrams.decision(
                                "camunda:historyTimeToLive=\"P3650D\"",
                                "<literalExpression id=\"l\"><text>1</text></literalExpression>")),
                arguments(
                        "trial.dmn",
                        "definitions",
                        "no decision",
                        "<definitions"
                                + " xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"t\"/>"),
                arguments(
                        "trial.dmn",
                        "definitions",
                        "no decision table",
                        Diagrams.decision(
                                "camunda:historyTimeToLive=\"P3650D\"", "<decisionTable><nonsense/></decisionTable>")),
                arguments("trial.dmn", "trial.dmn", "no well-formed XML", "<definitions>"),
                arguments("trial.form", "trial.form", "no JSON", "{ \"id\": "),
                arguments("trial.form", "form", "has no id", "{\"components\": []}"),
                arguments("trial.form", "form", "has no components", "{\"id\": \"trial-form\"}"),
                arguments(
                        "trial.form",
                        "papers",
                        "\"filepicker\" is not used",
                        Diagrams.form("{\"type\": \"filepicker\", \"key\": \"papers\"}")),
                arguments(
                        "trial.form",
                        "rows",
                        "\"dynamiclist\" is not used",
                        Diagrams.form("{\"type\": \"dynamiclist\", \"key\": \"rows\"}")),
                arguments(
                        "trial.form",
                        "G",
                        "\"group\" is not used",
                        Diagrams.form("{\"type\": \"group\", \"id\": \"G\", \"components\": []}")),
                arguments(
                        "trial.form",
                        "preparedBy",
                        "is taken",
                        Diagrams.form("{\"type\": \"textfield\", \"key\": \"preparedBy\"}")),
                arguments(
                        "trial.form",
                        "record",
                        "is taken",
                        Diagrams.form("{\"type\": \"textfield\", \"key\": \"record\"}")),
                arguments(
                        "trial.form",
                        "a.b",
                        "plain name",
                        Diagrams.form("{\"type\": \"textfield\", \"key\": \"a.b\"}")),
                arguments(
                        "trial.form",
                        "a",
                        "used twice",
                        Diagrams.form(
                                "{\"type\": \"textfield\", \"key\": \"a\"}, {\"type\": \"number\", \"key\": \"a\"}")),
                arguments(
                        "trial.form",
                        "a",
                        "without a time of day",
                        Diagrams.form("{\"type\": \"datetime\", \"subtype\": \"datetime\", \"key\": \"a\"}")),
                arguments(
                        "trial.form",
                        "a",
                        "no values",
                        Diagrams.form("{\"type\": \"select\", \"key\": \"a\", \"valuesExpression\": \"=x\"}")),
                arguments(
                        "trial.form",
                        "a",
                        "cannot be changed",
                        Diagrams.form("{\"type\": \"textfield\", \"key\": \"a\", \"readonly\": true}")),
                arguments(
                        "trial.form",
                        "a",
                        "condition that hides it cannot be read",
                        Diagrams.form(
                                "{\"type\": \"textfield\", \"key\": \"a\", \"conditional\": {\"hide\": \"=b = = (\"}}")),
                arguments(
                        "trial.form",
                        "a",
                        "pattern cannot be read",
                        Diagrams.form("{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"pattern\": \"(\"}}")),
                tanksWith("office\" value=\"tanks", "office\" value=\"water", "office must be \"tanks\""),
                tanksWith("office\" value=\"tanks", "office\" value=\"", "office must be \"tanks\""),
                tanksWith("program\" value=\"tanks", "program\" value=\"water", "program must be \"tanks\""),
                tanksWith("program\" value=\"tanks", "program\" value=\"fire", "whose cases it opens"),
                arguments("trial.js", "trial.js", "is none of them", "1"),
                arguments("trial.cmmn", "trial.cmmn", "is none of them", "<definitions/>"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource({"diagramsThatAreRefused", "decisionsAndFormsThatAreRefused"})
    void isRefusedWithTheElementAndTheReason(String file, String element, String reason, String content) {
        assertThatThrownBy(() -> deploy(Map.of(file, content)))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining(element + ": ")
                .hasMessageContaining(reason);

        EngineRest.Answer answer = rest.deploy("process-manager", Map.of(file, content));

        assertThat(answer.status()).as(answer.message()).isEqualTo(400);
        assertThat(answer.message()).contains(element + ": ").contains(reason);
    }

    private Deployment deploy(Map<String, String> files) {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        files.forEach(deployment::addString);
        return deployment.deploy();
    }

    @Test
    void everyFaultIsNamedAtOnceWithItsPlaceInTheFile() {
        EngineRest.Answer answer = rest.deploy(
                "process-manager",
                Map.of("trial.bpmn", Diagrams.around(Diagrams.serviceTask("", "") + "<bpmn:task id=\"Nothing\"/>")));

        assertThat(answer.message()).contains("Do: ").contains("Nothing: ");
        assertThat(answer.body().path("details").path("trial.bpmn").path("errors"))
                .hasSize(2)
                .allMatch(error -> error.path("line").asInt() > 0
                        && !error.path("mainElementId").asText().isEmpty());
    }

    @Test
    void oneFaultyFileRefusesAllThatCameWithIt() {
        EngineRest.Answer answer = rest.deploy(
                "process-manager",
                Map.of("trial-form.form", Diagrams.form(""), "trial.bpmn", Diagrams.around("<bpmn:task id=\"N\"/>")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(engine.getRepositoryService().createDeploymentQuery().list())
                .allMatch(deployment -> "packaged".equals(deployment.getSource()));
    }

    @Test
    void aDiagramComesWithItsFormOrAfterIt() {
        String diagram = Diagrams.around(Diagrams.userTask("", "").replace("call-owner", "trial-form"));
        String form = Diagrams.form("{\"type\": \"textfield\", \"key\": \"note\"}");

        assertThat(rest.deploy("process-manager", Map.of("trial.bpmn", diagram)).status())
                .isEqualTo(400);
        EngineRest.Answer together =
                rest.deploy("process-manager", Map.of("trial.bpmn", diagram, "trial-form.form", form));
        assertThat(together.status()).as(together.message()).isEqualTo(200);
        assertThat(rest.deploy("process-manager", Map.of("trial.bpmn", diagram)).status())
                .isEqualTo(200);
    }

    @Test
    void whatIsDeployedIsForEveryOffice() {
        assertThatThrownBy(() -> engine.getRepositoryService()
                        .createDeployment()
                        .tenantId("tanks")
                        .addString("trial-form.form", Diagrams.form(""))
                        .deploy())
                .hasMessageContaining("leave the tenant empty");
    }

    @Test
    void onlyTheDiagramsBeansAreWithinReachOfAnExpression() {
        DiagramBeans beans = new DiagramBeans(null);
        assertThat(beans.containsKey("sendLetter")).isTrue();
        assertThat(beans.containsKey("dataSource")).isFalse();
        assertThat(beans.get("dataSource")).isNull();
    }

    @Test
    void thePackagedDiagramsAreDeployed() {
        List<String> keys = engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .toList();
        assertThat(keys)
                .contains(
                        "tank-enforcement",
                        "compliance-schedule",
                        "penalty-assessment",
                        "settlement",
                        "attorney-general-referral",
                        "legal-action",
                        "failed-step");
    }

    @Test
    void aManagersNewDeadlineMovesTimerDueDateAndLetterTogether() {
        deployWith("P45D", "P30D");

        theCase.open();

        LocalDate lastDay = LocalDate.now(clock).plusDays(30);
        DeadlineCalendar calendar = new DeadlineCalendar();
        var task = theCase.task("RecordResponseToLetter");
        assertThat(task.getDueDate().toInstant()).isEqualTo(calendar.endOf(lastDay));
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .timers()
                        .singleResult()
                        .getDuedate())
                .isEqualTo(task.getDueDate());
        assertThat(caseRecord.documents(theCase.caseNumber()))
                .filteredOn(document -> document.kind() == DocumentKind.LETTER_OF_WARNING)
                .singleElement()
                .satisfies(letter -> assertThat(letter.respondBy()).isEqualTo(lastDay));
    }

    @Test
    void afterARestartTheManagersVersionStays() throws Exception {
        deployWith("P45D", "P30D");
        EngineRest.Answer form = rest.deploy(
                "process-manager",
                Map.of(
                        "Call the owner.form",
                        Diagrams.packaged("hazardous-waste/call-owner.form")
                                .replace("\"required\": true", "\"required\": false")));
        assertThat(form.status()).as(form.message()).isEqualTo(200);
        String diagram = latest("tank-enforcement").getDeploymentId();
        long deployments = engine.getRepositoryService().createDeploymentQuery().count();

        packaged.deploy();

        assertThat(latest("tank-enforcement").getDeploymentId()).isEqualTo(diagram);
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(deployments);
        assertThat(packaged.deployedByAManager("call-owner.form")).isTrue();
        assertThat(packaged.deployedByAManager("tank-enforcement.bpmn")).isTrue();
        assertThat(packaged.deployedByAManager("settlement.bpmn")).isFalse();
        assertThat(packaged.deployedByAManager("penalty-approval.dmn")).isFalse();
        assertThat(packaged.deployedByAManager("approve-penalty.form")).isFalse();
    }

    private ProcessDefinition latest(String key) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private void deployWith(String was, String is) {
        EngineRest.Answer answer = rest.deploy(
                "process-manager",
                Map.of(
                        "tank-enforcement.bpmn",
                        Diagrams.packaged("hazardous-waste/tank-enforcement.bpmn")
                                .replace(was, is)));
        assertThat(answer.status()).as(answer.message()).isEqualTo(200);
    }
}
