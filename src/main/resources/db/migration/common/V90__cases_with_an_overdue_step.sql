-- The overdue share of cases: a case has no due date of its own, its steps have.
ALTER TABLE finished_stage ADD COLUMN step_overdue BOOLEAN;
UPDATE finished_stage SET step_overdue = (
    SELECT MAX(CASE WHEN t.finished_at > t.due_at THEN 1 ELSE 0 END) = 1 FROM finished_stage t
    WHERE t.case_number = finished_stage.case_number AND t.kind = 'TASK' AND t.process = finished_stage.process
      AND t.due_at IS NOT NULL)
  WHERE kind = 'CASE';
ALTER TABLE finished_stage ADD CONSTRAINT finished_stage_step_overdue_of_cases CHECK (kind = 'CASE' OR step_overdue IS NULL);
COMMENT ON COLUMN finished_stage.step_overdue IS 'Of a case as a whole: whether one of its tasks finished after its due date; null where none had one, and for others';
COMMENT ON COLUMN finished_stage.claimed_at IS 'When somebody took it, or was given it, and it was not put back; null where nobody had it at the end';
UPDATE finished_stage_edition SET edition = edition + 1;
