CREATE TRIGGER letter_draft_audit AFTER INSERT, UPDATE, DELETE ON letter_draft FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER letter_draft_permanent BEFORE UPDATE, DELETE ON letter_draft FOR EACH ROW CALL 'org.abate.casefile.internal.PermanenceTrigger';
CREATE TRIGGER issued_draft_audit AFTER INSERT, UPDATE, DELETE ON issued_draft FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER issued_draft_permanent BEFORE UPDATE, DELETE ON issued_draft FOR EACH ROW CALL 'org.abate.casefile.internal.PermanenceTrigger';
ALTER TABLE letter_draft ADD CONSTRAINT letter_draft_not_truncated FOREIGN KEY (case_number, kind, draft, version) REFERENCES letter_draft (case_number, kind, draft, version);
ALTER TABLE issued_draft ADD CONSTRAINT issued_draft_not_truncated FOREIGN KEY (document_id) REFERENCES issued_draft (document_id);
