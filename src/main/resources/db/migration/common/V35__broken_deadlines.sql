-- The latest of a step's finished tasks, to find those that were late.
CREATE INDEX finished_stage_of_step ON finished_stage (stage, finished_at);
