package org.abate.process;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.abate.access.Caller;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.EmissionInventory;
import org.abate.casefile.Hearings;
import org.abate.correspondence.Correspondence;
import org.abate.correspondence.ForbiddenPhrases;
import org.abate.penalty.RuleBook;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;

/** Gives the engine the department's calendar, the checks of input and the guard on deployments. */
@Configuration
class EngineSetup {

    @Bean
    RuleBook ruleBook() {
        return RuleBook.standard();
    }

    /** After the plugin of the module access, whose task service this one extends. */
    @Bean
    @Order
    ProcessPlugin processPlugin(
            Clock clock,
            Caller caller,
            @Lazy CaseRecord caseRecord,
            @Lazy Hearings hearings,
            @Lazy EmissionInventory inventory,
            @Lazy TaskRecorder recorder,
            @Lazy Correspondence letters,
            ForbiddenPhrases phrases,
            RuleBook rules,
            BeanFactory beans) {
        return new ProcessPlugin(
                clock,
                caller,
                caseRecord,
                hearings,
                inventory,
                recorder,
                letters,
                phrases,
                rules,
                new DiagramBeans(beans));
    }

    /** What this module adds to the engine. */
    static class ProcessPlugin extends AbstractProcessEnginePlugin {

        private final Clock clock;
        private final Caller caller;
        private final CaseRecord caseRecord;
        private final Hearings hearings;
        private final EmissionInventory inventory;
        private final TaskRecorder recorder;
        private final Correspondence letters;
        private final ForbiddenPhrases phrases;
        private final RuleBook rules;
        private final DiagramBeans beans;

        ProcessPlugin(
                Clock clock,
                Caller caller,
                CaseRecord caseRecord,
                Hearings hearings,
                EmissionInventory inventory,
                TaskRecorder recorder,
                Correspondence letters,
                ForbiddenPhrases phrases,
                RuleBook rules,
                DiagramBeans beans) {
            this.clock = clock;
            this.caller = caller;
            this.caseRecord = caseRecord;
            this.hearings = hearings;
            this.inventory = inventory;
            this.recorder = recorder;
            this.letters = letters;
            this.phrases = phrases;
            this.rules = rules;
            this.beans = beans;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            QuerySwitches.find();
            Forms forms = new Forms(engine);
            TaskInput input = new TaskInput(engine, forms, clock, caseRecord, hearings, caller, phrases);
            TaskDuties duties = new TaskDuties(caller, recorder, new DecisionRecorder(caseRecord, forms));
            List<BpmnParseListener> listeners = new ArrayList<>(
                    engine.getCustomPreBPMNParseListeners() == null
                            ? List.of()
                            : engine.getCustomPreBPMNParseListeners());
            listeners.add(new DiagramListener(new TaskPreparation(recorder), duties, input, caseRecord, inventory));
            engine.setCustomPreBPMNParseListeners(listeners);
            List<Deployer> deployers = new ArrayList<>(
                    engine.getCustomPreDeployers() == null ? List.of() : engine.getCustomPreDeployers());
            deployers.add(new DeploymentGuard(engine, letters, rules));
            engine.setCustomPreDeployers(deployers);
            engine.setBeans(beans);
            engine.setCustomIncidentHandlers(List.of(new FailedSteps()));
            engine.setSkipOutputMappingOnCanceledActivities(true);
            engine.setDefaultSerializationFormat("application/json");

            CheckedTaskService tasks = new CheckedTaskService(engine, input);
            engine.setTaskService(tasks);
            engine.setFormService(new CheckedFormService(tasks, input, new PreparedAnswers(engine, forms)));
        }

        @Override
        public void postInit(ProcessEngineConfigurationImpl engine) {
            MapBusinessCalendarManager calendars = (MapBusinessCalendarManager) engine.getBusinessCalendarManager();
            DeadlineCalendar deadlines = new DeadlineCalendar();
            calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, deadlines);
            calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, deadlines);
        }
    }
}
