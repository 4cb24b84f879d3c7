CREATE TRIGGER inventory_correction_audit AFTER INSERT, UPDATE, DELETE ON inventory_correction FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER inventory_correction_permanent BEFORE UPDATE, DELETE ON inventory_correction FOR EACH ROW CALL 'org.abate.casefile.internal.PermanenceTrigger';
ALTER TABLE inventory_correction ADD CONSTRAINT inventory_correction_not_truncated FOREIGN KEY (id) REFERENCES inventory_correction (id);
