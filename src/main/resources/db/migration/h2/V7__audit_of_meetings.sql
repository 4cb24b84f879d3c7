CREATE TRIGGER commission_meeting_audit AFTER INSERT, UPDATE, DELETE ON commission_meeting FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER agenda_item_audit AFTER INSERT, UPDATE, DELETE ON agenda_item FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_not_truncated FOREIGN KEY (meeting_id, case_number) REFERENCES agenda_item (meeting_id, case_number);
