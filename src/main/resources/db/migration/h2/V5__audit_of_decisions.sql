CREATE TRIGGER decision_audit AFTER INSERT, UPDATE, DELETE ON decision FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER decision_permanent BEFORE UPDATE, DELETE ON decision FOR EACH ROW CALL 'org.abate.casefile.internal.PermanenceTrigger';
ALTER TABLE decision ADD CONSTRAINT decision_not_truncated FOREIGN KEY (id) REFERENCES decision (id);
