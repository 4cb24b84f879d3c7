package org.abate.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.abate.ApplicationTest;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.springframework.test.context.TestPropertySource;

/**
 * The stories of some diagrams: a node or flow of theirs that none of the stories passes fails the build. All stories
 * share one application, whose timers and letters move when the test says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationTest
@Import({StoriesOf.EveryNodeAndFlow.class, CaseWalk.class, BlockWalk.class, EnforcementWalk.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
@TestExecutionListeners(listeners = StoriesOf.EveryNodeAndFlow.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@interface StoriesOf {

    /** Process ids of the diagrams; none for a class that tells stories of others again, to see something else in them. */
    String[] value();

    /** Asked for anew by each class of stories, since what is measured is each one's own. */
    @TestConfiguration
    class EveryNodeAndFlow implements TestExecutionListener, Ordered {

        private static List<String> diagrams = List.of();

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public void beforeTestClass(TestContext test) {
            StoriesOf stories = AnnotatedElementUtils.findMergedAnnotation(test.getTestClass(), StoriesOf.class);
            diagrams = List.of(stories.value());
        }

        @Bean
        @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
        ProcessEngineCoverageProperties coverage() {
            var measured = ProcessEngineCoverageProperties.builder()
                    .withDetailedCoverageLogging()
                    .excludeProcessDefinitionKeys(Models.in(Models.PROCESSES, ".bpmn").stream()
                            .map(Models::nameOf)
                            .filter(name -> !diagrams.contains(name))
                            .toArray(String[]::new));
            return diagrams.isEmpty()
                    ? measured.build()
                    : measured.assertClassCoverageAtLeast(1.0).build();
        }
    }
}
