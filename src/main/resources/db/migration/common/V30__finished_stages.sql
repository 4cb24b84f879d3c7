-- What analysts read of how long cases take: a row for each stage that is finished.
CREATE TABLE finished_stage (
  id              VARCHAR(64)  NOT NULL,
  kind            VARCHAR(4)   NOT NULL,
  case_number     VARCHAR(13)  NOT NULL,
  program         VARCHAR(30)  NOT NULL,
  region          VARCHAR(100) NOT NULL,
  process         VARCHAR(255) NOT NULL,
  version         INTEGER      NOT NULL,
  stage           VARCHAR(255) NOT NULL,
  name            VARCHAR(255) NOT NULL,
  waits_on        VARCHAR(20),
  inbox           VARCHAR(255),
  created_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  claimed_at      TIMESTAMP WITH TIME ZONE,
  due_at          TIMESTAMP WITH TIME ZONE,
  finished_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  outcome         VARCHAR(20)  NOT NULL,
  seconds         BIGINT       NOT NULL,
  waiting_seconds BIGINT,
  CONSTRAINT finished_stage_pk PRIMARY KEY (id),
  CONSTRAINT finished_stage_case FOREIGN KEY (case_number) REFERENCES case_file (case_number),
  CONSTRAINT finished_stage_kind_known CHECK (kind IN ('CASE', 'TASK')),
  CONSTRAINT finished_stage_version CHECK (version >= 1),
  CONSTRAINT finished_stage_waits_on_known CHECK (waits_on IN ('RESPONSIBLE_PARTY', 'DEPARTMENT', 'STAY')),
  CONSTRAINT finished_stage_task_waits_on_somebody CHECK ((kind = 'TASK') = (waits_on IS NOT NULL)),
  CONSTRAINT finished_stage_outcome_known CHECK (outcome IN ('COMPLETED', 'TIMER_PASSED', 'INTERRUPTED', 'WITHDRAWN')),
  CONSTRAINT finished_stage_seconds CHECK (seconds >= 0),
  CONSTRAINT finished_stage_waiting CHECK (waiting_seconds BETWEEN 0 AND seconds),
  CONSTRAINT finished_stage_waited_until_claimed CHECK ((claimed_at IS NULL) = (waiting_seconds IS NULL))
);
CREATE INDEX finished_stage_of_process ON finished_stage (process, kind, finished_at);
CREATE INDEX finished_stage_in_period ON finished_stage (finished_at);
CREATE INDEX finished_stage_of_case ON finished_stage (case_number, created_at, id);
COMMENT ON TABLE finished_stage IS 'Finished tasks, and cases as a whole; written as they finish, kept when the engine''s history is cleaned up';
COMMENT ON COLUMN finished_stage.id IS 'The engine''s id of the task, or of the case''s process instance';
COMMENT ON COLUMN finished_stage.kind IS 'TASK, or CASE for the case as a whole';
COMMENT ON COLUMN finished_stage.case_number IS 'The case';
COMMENT ON COLUMN finished_stage.program IS 'The program of the case: tanks, water, ...';
COMMENT ON COLUMN finished_stage.region IS 'Regional office of the case''s facility when the row was written';
COMMENT ON COLUMN finished_stage.process IS 'Id of the diagram in which the stage stands: tank-enforcement';
COMMENT ON COLUMN finished_stage.version IS 'The engine''s version of that diagram, counted from 1';
COMMENT ON COLUMN finished_stage.stage IS 'Id of the task in its diagram; of the diagram for a case as a whole';
COMMENT ON COLUMN finished_stage.name IS 'Name of the task or the diagram';
COMMENT ON COLUMN finished_stage.waits_on IS 'Who has to act meanwhile: RESPONSIBLE_PARTY, DEPARTMENT, or STAY where an appeal stops the clock; null for a case as a whole';
COMMENT ON COLUMN finished_stage.inbox IS 'The group that was asked, the first by name of several: tanks-staff; null where none was';
COMMENT ON COLUMN finished_stage.created_at IS 'When the task was there to be done; when the case was opened';
COMMENT ON COLUMN finished_stage.claimed_at IS 'When who had it at the end took it or was given it; null where nobody had it';
COMMENT ON COLUMN finished_stage.due_at IS 'Due date; null where there is none';
COMMENT ON COLUMN finished_stage.finished_at IS 'When it was finished';
COMMENT ON COLUMN finished_stage.outcome IS 'COMPLETED by a person, TIMER_PASSED when its own deadline ended it, WITHDRAWN with the case, INTERRUPTED by anything else';
COMMENT ON COLUMN finished_stage.seconds IS 'From created_at to finished_at';
COMMENT ON COLUMN finished_stage.waiting_seconds IS 'From created_at to claimed_at; the rest was work';
