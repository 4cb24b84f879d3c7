CREATE TABLE inventory_document_content (
  document_id BIGINT NOT NULL,
  content     BLOB NOT NULL,
  CONSTRAINT inventory_document_content_pk PRIMARY KEY (document_id),
  CONSTRAINT inventory_document_content_document FOREIGN KEY (document_id) REFERENCES inventory_document (id),
  CONSTRAINT inventory_document_content_given CHECK (OCTET_LENGTH(content) > 0)
);
COMMENT ON TABLE inventory_document_content IS 'The PDFs of the inventory''s documents, apart so that lists do not read them';
COMMENT ON COLUMN inventory_document_content.document_id IS 'The document';
COMMENT ON COLUMN inventory_document_content.content IS 'Its PDF';

CREATE TRIGGER inventory_year_audit AFTER INSERT, UPDATE, DELETE ON inventory_year FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER inventory_source_audit AFTER INSERT, UPDATE, DELETE ON inventory_source FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER inventory_document_audit AFTER INSERT, UPDATE, DELETE ON inventory_document FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER inventory_document_content_audit AFTER INSERT, UPDATE, DELETE ON inventory_document_content FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';

CREATE TRIGGER inventory_document_permanent BEFORE UPDATE, DELETE ON inventory_document FOR EACH ROW CALL 'org.abate.casefile.internal.PermanenceTrigger';
CREATE TRIGGER inventory_document_content_permanent BEFORE UPDATE, DELETE ON inventory_document_content FOR EACH ROW CALL 'org.abate.casefile.internal.PermanenceTrigger';

ALTER TABLE inventory_source ADD CONSTRAINT inventory_source_not_truncated FOREIGN KEY (id) REFERENCES inventory_source (id);
ALTER TABLE inventory_document_content ADD CONSTRAINT inventory_document_content_not_truncated FOREIGN KEY (document_id) REFERENCES inventory_document_content (document_id);
