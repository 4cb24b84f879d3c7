CREATE TRIGGER commission_meeting_audit AFTER INSERT OR UPDATE OR DELETE ON commission_meeting FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER agenda_item_audit AFTER INSERT OR UPDATE OR DELETE ON agenda_item FOR EACH ROW EXECUTE FUNCTION audit_change('meeting_id', 'case_number');
CREATE TRIGGER commission_meeting_not_truncated BEFORE TRUNCATE ON commission_meeting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agenda_item_not_truncated BEFORE TRUNCATE ON agenda_item FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
