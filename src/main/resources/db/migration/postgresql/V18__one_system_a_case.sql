-- A system has a case of its own: there is nothing left to number.
DROP TRIGGER water_system_audit ON water_system;
ALTER TABLE water_system DROP CONSTRAINT water_system_pk;
ALTER TABLE water_system DROP CONSTRAINT water_system_once;
ALTER TABLE water_system DROP CONSTRAINT water_system_number;
ALTER TABLE water_system DROP COLUMN number;
ALTER TABLE water_system ADD CONSTRAINT water_system_pk PRIMARY KEY (case_number);
COMMENT ON TABLE water_system IS 'The public water system that a request is for, with what became of it';
CREATE TRIGGER water_system_audit AFTER INSERT OR UPDATE OR DELETE ON water_system FOR EACH ROW EXECUTE FUNCTION audit_change('case_number');

CREATE TRIGGER hearing_request_audit AFTER INSERT OR UPDATE OR DELETE ON hearing_request FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER hearing_request_not_truncated BEFORE TRUNCATE ON hearing_request FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
