-- Some amounts depend on what the case's calculation asks: the people served, the kind of facility, whether it was sought to
-- resolve the violation. Until then the worksheet of a violation has no figures, rather than wrong ones.
ALTER TABLE assessment ALTER COLUMN result DROP NOT NULL;
ALTER TABLE assessment ALTER COLUMN total DROP NOT NULL;
ALTER TABLE assessment ADD CONSTRAINT assessment_worked_out CHECK (
  (result IS NOT NULL AND total IS NOT NULL) OR (result IS NULL AND total IS NULL AND violation_id IS NOT NULL));
COMMENT ON COLUMN assessment.result IS 'What came out, as JSON; null for a violation whose amount needs what the calculation of the case asks';
COMMENT ON COLUMN assessment.total IS 'Dollars; null without a result';
