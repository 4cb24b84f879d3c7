CREATE TRIGGER cycle_time_view_audit AFTER INSERT OR UPDATE OR DELETE ON cycle_time_view FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER cycle_time_view_not_truncated BEFORE TRUNCATE ON cycle_time_view FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
