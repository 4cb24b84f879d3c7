CREATE TRIGGER letter_text_audit AFTER INSERT, UPDATE, DELETE ON letter_text FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER letter_text_permanent BEFORE UPDATE, DELETE ON letter_text FOR EACH ROW CALL 'org.abate.casefile.internal.PermanenceTrigger';
CREATE TRIGGER document_text_audit AFTER INSERT, UPDATE, DELETE ON document_text FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER document_text_permanent BEFORE UPDATE, DELETE ON document_text FOR EACH ROW CALL 'org.abate.casefile.internal.PermanenceTrigger';
ALTER TABLE letter_text ADD CONSTRAINT letter_text_not_truncated FOREIGN KEY (kind, version) REFERENCES letter_text (kind, version);
ALTER TABLE document_text ADD CONSTRAINT document_text_not_truncated FOREIGN KEY (document_id) REFERENCES document_text (document_id);
