-- What became of conference, conciliation and persuasion, and limits that stand on no task: rows of the same record.
ALTER TABLE finished_stage DROP CONSTRAINT finished_stage_kind_known;
ALTER TABLE finished_stage ALTER COLUMN kind SET DATA TYPE VARCHAR(10);
ALTER TABLE finished_stage ADD CONSTRAINT finished_stage_kind_known CHECK (kind IN ('CASE', 'TASK', 'PERSUASION', 'LIMIT'));
ALTER TABLE finished_stage ADD COLUMN reached VARCHAR(18);
ALTER TABLE finished_stage ADD COLUMN days_from_discovery INTEGER;
ALTER TABLE finished_stage ADD CONSTRAINT finished_stage_reached_known
  CHECK (reached IN ('COMPLIANCE', 'SCHEDULE', 'FORMAL_ENFORCEMENT', 'ENDED_OTHERWISE'));
ALTER TABLE finished_stage ADD CONSTRAINT finished_stage_persuasion_reached_something
  CHECK ((kind = 'PERSUASION') = (reached IS NOT NULL) AND (kind = 'PERSUASION') = (days_from_discovery IS NOT NULL));
ALTER TABLE finished_stage ADD CONSTRAINT finished_stage_limit_is_due CHECK (kind <> 'LIMIT' OR due_at IS NOT NULL);
CREATE INDEX finished_stage_of_kind ON finished_stage (kind, finished_at);
COMMENT ON COLUMN finished_stage.id IS 'The engine''s id of the task, of the process instance of the case or of its persuasion, or of the timer of a limit';
COMMENT ON COLUMN finished_stage.kind IS 'TASK; CASE for the case as a whole; PERSUASION for conference, conciliation and persuasion as a whole; LIMIT for a timer that stands on no task';
COMMENT ON COLUMN finished_stage.stage IS 'Id of the task or the timer in its diagram; of the diagram for a case or a persuasion as a whole';
COMMENT ON COLUMN finished_stage.outcome IS 'COMPLETED by a person or before the limit, TIMER_PASSED when its own deadline ended it, WITHDRAWN with the case, INTERRUPTED by anything else';
COMMENT ON COLUMN finished_stage.reached IS 'What a persuasion came to: COMPLIANCE, SCHEDULE, FORMAL_ENFORCEMENT, or ENDED_OTHERWISE; null for others';
COMMENT ON COLUMN finished_stage.days_from_discovery IS 'Calendar days, Central Time, from the discovery of the violations to the end of a persuasion; null for others';
