CREATE TRIGGER document_service_audit AFTER INSERT OR UPDATE OR DELETE ON document_service FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER document_service_permanent BEFORE UPDATE OR DELETE ON document_service FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_service_not_truncated BEFORE TRUNCATE ON document_service FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
