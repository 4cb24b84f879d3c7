-- What identifies a limit.
COMMENT ON COLUMN finished_stage.id IS 'The engine''s id of the task, of the process instance of the case or of its persuasion, or of the entry of the job log with which a limit ended';
