CREATE TRIGGER water_request_audit AFTER INSERT OR UPDATE OR DELETE ON water_request FOR EACH ROW EXECUTE FUNCTION audit_change('case_number');
CREATE TRIGGER water_request_not_truncated BEFORE TRUNCATE ON water_request FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER water_system_audit AFTER INSERT OR UPDATE OR DELETE ON water_system FOR EACH ROW EXECUTE FUNCTION audit_change('case_number', 'number');
CREATE TRIGGER water_system_not_truncated BEFORE TRUNCATE ON water_system FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER hearing_audit AFTER INSERT OR UPDATE OR DELETE ON hearing FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER hearing_not_truncated BEFORE TRUNCATE ON hearing FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER hearing_matter_audit AFTER INSERT OR UPDATE OR DELETE ON hearing_matter FOR EACH ROW EXECUTE FUNCTION audit_change('hearing_id', 'case_number');
CREATE TRIGGER hearing_matter_not_truncated BEFORE TRUNCATE ON hearing_matter FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
