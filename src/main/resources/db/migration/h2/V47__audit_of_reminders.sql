CREATE TRIGGER service_reminder_audit AFTER INSERT, UPDATE, DELETE ON service_reminder FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER service_reminder_permanent BEFORE UPDATE, DELETE ON service_reminder FOR EACH ROW CALL 'org.abate.casefile.internal.PermanenceTrigger';
ALTER TABLE service_reminder ADD CONSTRAINT service_reminder_not_truncated FOREIGN KEY (document_id, sending) REFERENCES service_reminder (document_id, sending);
