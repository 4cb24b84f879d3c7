-- A table that gets a column is copied, and its trigger remembers the name of the copy: made anew.
DROP TRIGGER case_file_audit;
CREATE TRIGGER case_file_audit AFTER INSERT, UPDATE, DELETE ON case_file FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';

CREATE TRIGGER water_request_audit AFTER INSERT, UPDATE, DELETE ON water_request FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER water_system_audit AFTER INSERT, UPDATE, DELETE ON water_system FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER hearing_audit AFTER INSERT, UPDATE, DELETE ON hearing FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER hearing_matter_audit AFTER INSERT, UPDATE, DELETE ON hearing_matter FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
ALTER TABLE hearing_matter ADD CONSTRAINT hearing_matter_not_truncated FOREIGN KEY (hearing_id, case_number) REFERENCES hearing_matter (hearing_id, case_number);
ALTER TABLE water_system ADD CONSTRAINT water_system_not_truncated FOREIGN KEY (case_number, number) REFERENCES water_system (case_number, number);
