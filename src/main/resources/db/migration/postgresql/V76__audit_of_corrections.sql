CREATE TRIGGER inventory_correction_audit AFTER INSERT OR UPDATE OR DELETE ON inventory_correction FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER inventory_correction_permanent BEFORE UPDATE OR DELETE ON inventory_correction FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER inventory_correction_not_truncated BEFORE TRUNCATE ON inventory_correction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
