CREATE TRIGGER letter_draft_audit AFTER INSERT OR UPDATE OR DELETE ON letter_draft FOR EACH ROW EXECUTE FUNCTION audit_change('case_number', 'kind', 'draft', 'version');
CREATE TRIGGER letter_draft_permanent BEFORE UPDATE OR DELETE ON letter_draft FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER letter_draft_not_truncated BEFORE TRUNCATE ON letter_draft FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER issued_draft_audit AFTER INSERT OR UPDATE OR DELETE ON issued_draft FOR EACH ROW EXECUTE FUNCTION audit_change('document_id');
CREATE TRIGGER issued_draft_permanent BEFORE UPDATE OR DELETE ON issued_draft FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER issued_draft_not_truncated BEFORE TRUNCATE ON issued_draft FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
