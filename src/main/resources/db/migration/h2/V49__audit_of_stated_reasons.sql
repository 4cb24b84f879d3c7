CREATE TRIGGER stated_reason_audit AFTER INSERT, UPDATE, DELETE ON stated_reason FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER stated_reason_permanent BEFORE UPDATE, DELETE ON stated_reason FOR EACH ROW CALL 'org.abate.casefile.internal.PermanenceTrigger';
ALTER TABLE stated_reason ADD CONSTRAINT stated_reason_not_truncated FOREIGN KEY (id) REFERENCES stated_reason (id);
