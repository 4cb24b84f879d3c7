-- A hearing on the department's own motion that waits for the section chief stays with the notice, whoever leads it.
ALTER TABLE hearing ADD COLUMN motion_reason VARCHAR(4000);
ALTER TABLE hearing ADD COLUMN motion_by VARCHAR(255);
ALTER TABLE hearing ADD CONSTRAINT hearing_motion_put CHECK ((motion_reason IS NULL) = (motion_by IS NULL));
COMMENT ON COLUMN hearing.motion_reason IS 'Why a hearing on the department''s own motion is put to the section chief, while it is not decided; null otherwise (10 CSR 60-6.040(4))';
COMMENT ON COLUMN hearing.motion_by IS 'Who put it';

-- A table that gets a column is copied, and its trigger remembers the name of the copy: made anew.
DROP TRIGGER hearing_audit;
CREATE TRIGGER hearing_audit AFTER INSERT, UPDATE, DELETE ON hearing FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
