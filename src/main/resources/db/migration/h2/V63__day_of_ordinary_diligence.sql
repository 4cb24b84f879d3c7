-- The day from which the two years to assess an administrative penalty count was read back from the words of the timeline.
ALTER TABLE case_file ADD COLUMN should_have_been_discovered_on DATE;
ALTER TABLE case_file ADD CONSTRAINT case_file_should_have_been_before CHECK (should_have_been_discovered_on <= discovered_on);
COMMENT ON COLUMN case_file.should_have_been_discovered_on IS 'Day on which the department in the exercise of ordinary diligence should have discovered the violations (10 CSR 60-6.070(1)(G)); null where nobody said so';

-- A table that gets a column is copied, and its trigger remembers the name of the copy: made anew.
DROP TRIGGER case_file_audit;
CREATE TRIGGER case_file_audit AFTER INSERT, UPDATE, DELETE ON case_file FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';

UPDATE case_file SET should_have_been_discovered_on = (
  SELECT CAST(PARSEDATETIME(SUBSTRING(n.body, 66), 'MMMM d, yyyy', 'en') AS DATE)
  FROM timeline_note n WHERE n.case_number = case_file.case_number AND n.kind = 'SHOULD_HAVE_BEEN_DISCOVERED'
  ORDER BY n.id DESC FETCH FIRST 1 ROWS ONLY)
WHERE EXISTS (SELECT 1 FROM timeline_note n WHERE n.case_number = case_file.case_number AND n.kind = 'SHOULD_HAVE_BEEN_DISCOVERED');
