package org.abate.access;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.test.context.TestComponent;

/** Small diagrams to try access on, deployed under the names of real ones. */
@TestComponent
class AccessDiagrams {

    AccessDiagrams(RepositoryService repository) {
        repository
                .createDeployment()
                .name("access test")
                .addClasspathResource("access/access-test.form")
                .addClasspathResource("access/tank-case.bpmn")
                .addClasspathResource("access/air-enforcement.bpmn")
                .addClasspathResource("access/penalty.bpmn")
                .addClasspathResource("access/payment.bpmn")
                .addClasspathResource("access/nowhere.bpmn")
                .addClasspathResource("access/penalty-approval.dmn")
                .deploy();
    }
}
