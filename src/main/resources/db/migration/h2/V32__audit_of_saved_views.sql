CREATE TRIGGER cycle_time_view_audit AFTER INSERT, UPDATE, DELETE ON cycle_time_view FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
ALTER TABLE cycle_time_view ADD CONSTRAINT cycle_time_view_not_truncated FOREIGN KEY (id) REFERENCES cycle_time_view (id);
