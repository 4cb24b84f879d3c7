-- How far a notice and its hearing have come, so that another case can lead it on.
ALTER TABLE hearing ADD COLUMN written_on DATE;
ALTER TABLE hearing ADD COLUMN circulated BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE hearing ADD COLUMN on_motion BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE hearing ADD COLUMN hearing_on DATE;
ALTER TABLE hearing ADD COLUMN hearing_written_on DATE;
ALTER TABLE hearing ADD CONSTRAINT hearing_arranged CHECK ((hearing_on IS NULL) = (hearing_written_on IS NULL));
COMMENT ON COLUMN hearing.lead_case IS 'The case whose process issues the notice and leads it; the next of those that it covers, where that one drops out';
COMMENT ON COLUMN hearing.state IS 'PREPARED: others may join; ISSUED; CONCLUDED: with or without a hearing; GIVEN_UP: the lead dropped out and nobody leads it on';
COMMENT ON COLUMN hearing.written_on IS 'Day the public notice was written; null before it is, and of one written before this was kept';
COMMENT ON COLUMN hearing.circulated IS 'Whether the public notice was posted and published by its day of issue';
COMMENT ON COLUMN hearing.on_motion IS 'Whether the department holds a hearing on its own motion (10 CSR 60-6.040(4))';
COMMENT ON COLUMN hearing.hearing_on IS 'Day of the hearing; null before it is arranged, and where it is to be arranged anew';
COMMENT ON COLUMN hearing.hearing_written_on IS 'Day the notice of that hearing was written';

-- A table that gets a column is copied, and its trigger remembers the name of the copy: made anew.
DROP TRIGGER hearing_audit;
CREATE TRIGGER hearing_audit AFTER INSERT, UPDATE, DELETE ON hearing FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
