-- A worksheet that is to be done again: the versions up to this one no longer count as current.
ALTER TABLE violation ADD COLUMN worksheet_taken_back INTEGER;
COMMENT ON COLUMN violation.worksheet_taken_back IS 'Worksheets of the violation up to this version are to be done again; null where none is';
