CREATE TRIGGER letter_text_audit AFTER INSERT OR UPDATE OR DELETE ON letter_text FOR EACH ROW EXECUTE FUNCTION audit_change('kind', 'version');
CREATE TRIGGER letter_text_permanent BEFORE UPDATE OR DELETE ON letter_text FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER letter_text_not_truncated BEFORE TRUNCATE ON letter_text FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_text_audit AFTER INSERT OR UPDATE OR DELETE ON document_text FOR EACH ROW EXECUTE FUNCTION audit_change('document_id');
CREATE TRIGGER document_text_permanent BEFORE UPDATE OR DELETE ON document_text FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_text_not_truncated BEFORE TRUNCATE ON document_text FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
