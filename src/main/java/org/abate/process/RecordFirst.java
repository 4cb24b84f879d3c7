package org.abate.process;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Lets the record's tables be there before the engine makes its own and deploys its diagrams: a timer that falls due at
 * the start may write to the record at once. The engine waits for its plugins, this one waits for Flyway.
 */
@Component
@DependsOnDatabaseInitialization
class RecordFirst extends AbstractProcessEnginePlugin {}
