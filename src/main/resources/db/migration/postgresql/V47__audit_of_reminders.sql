CREATE TRIGGER service_reminder_audit AFTER INSERT OR UPDATE OR DELETE ON service_reminder FOR EACH ROW EXECUTE FUNCTION audit_change('document_id', 'sending');
CREATE TRIGGER service_reminder_permanent BEFORE UPDATE OR DELETE ON service_reminder FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER service_reminder_not_truncated BEFORE TRUNCATE ON service_reminder FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
