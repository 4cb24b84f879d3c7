-- A table that changes its columns is copied, and its trigger remembers the name of the copy: made anew.
DROP TRIGGER water_request_audit;
CREATE TRIGGER water_request_audit AFTER INSERT, UPDATE, DELETE ON water_request FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';

-- A system has a case of its own: there is nothing left to number.
DROP TRIGGER water_system_audit;
ALTER TABLE water_system DROP CONSTRAINT water_system_not_truncated;
ALTER TABLE water_system DROP CONSTRAINT water_system_pk;
ALTER TABLE water_system DROP CONSTRAINT water_system_once;
ALTER TABLE water_system DROP CONSTRAINT water_system_number;
ALTER TABLE water_system DROP COLUMN number;
ALTER TABLE water_system ADD CONSTRAINT water_system_pk PRIMARY KEY (case_number);
COMMENT ON TABLE water_system IS 'The public water system that a request is for, with what became of it';
ALTER TABLE water_system ADD CONSTRAINT water_system_not_truncated FOREIGN KEY (case_number) REFERENCES water_system (case_number);
CREATE TRIGGER water_system_audit AFTER INSERT, UPDATE, DELETE ON water_system FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';

CREATE TRIGGER hearing_request_audit AFTER INSERT, UPDATE, DELETE ON hearing_request FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
ALTER TABLE hearing_request ADD CONSTRAINT hearing_request_not_truncated FOREIGN KEY (id) REFERENCES hearing_request (id);
