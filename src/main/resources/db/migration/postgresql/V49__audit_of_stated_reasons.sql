CREATE TRIGGER stated_reason_audit AFTER INSERT OR UPDATE OR DELETE ON stated_reason FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER stated_reason_permanent BEFORE UPDATE OR DELETE ON stated_reason FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stated_reason_not_truncated BEFORE TRUNCATE ON stated_reason FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
