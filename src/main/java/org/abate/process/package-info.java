/**
 * Where the diagrams touch Java. Where to look:
 *
 * <ul>
 *   <li>A service task calls one of a closed set of delegates ({@link org.abate.process.StepCheck} lists them):
 *       {@link org.abate.process.SendLetter}, {@link org.abate.process.RecordOutcome} and the others.
 *   <li>What a person enters is checked by {@link org.abate.process.TaskInput} against the task's form, and put into the
 *       record by {@link org.abate.process.TaskRecorder}, which has a class {@code …Work} for each kind of work; its
 *       {@link org.abate.process.Recording} names what a task records.
 *   <li>What a diagram asks: {@link org.abate.process.RecordQuestions} and {@link org.abate.process.Deadlines}; its
 *       variables are {@link org.abate.process.CaseVariables}.
 *   <li>Deadlines are computed by {@link org.abate.process.DeadlineCalendar} alone.
 *   <li>What a manager deploys is let in by {@link org.abate.process.DeploymentGuard}, with a class {@code …Check} for
 *       each kind of objection.
 *   <li>Pages and REST open cases and look at them with {@link org.abate.process.CaseProcesses}, and tell them what has
 *       happened with {@link org.abate.process.CaseEvents}.
 *   <li>All of it is put into the engine by {@link org.abate.process.EngineSetup}.
 * </ul>
 */
@ApplicationModule(
        displayName = "Process",
        allowedDependencies = {"correspondence", "casefile", "penalty", "access"})
package org.abate.process;

import org.springframework.modulith.ApplicationModule;
