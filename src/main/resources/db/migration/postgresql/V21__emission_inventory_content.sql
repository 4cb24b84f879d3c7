CREATE TABLE inventory_document_content (
  document_id BIGINT NOT NULL,
  content     BYTEA NOT NULL,
  CONSTRAINT inventory_document_content_pk PRIMARY KEY (document_id),
  CONSTRAINT inventory_document_content_document FOREIGN KEY (document_id) REFERENCES inventory_document (id),
  CONSTRAINT inventory_document_content_given CHECK (OCTET_LENGTH(content) > 0)
);
COMMENT ON TABLE inventory_document_content IS 'The PDFs of the inventory''s documents, apart so that lists do not read them';
COMMENT ON COLUMN inventory_document_content.document_id IS 'The document';
COMMENT ON COLUMN inventory_document_content.content IS 'Its PDF';

CREATE TRIGGER inventory_year_audit AFTER INSERT OR UPDATE OR DELETE ON inventory_year FOR EACH ROW EXECUTE FUNCTION audit_change('inventory_year');
CREATE TRIGGER inventory_source_audit AFTER INSERT OR UPDATE OR DELETE ON inventory_source FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER inventory_document_audit AFTER INSERT OR UPDATE OR DELETE ON inventory_document FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER inventory_document_content_audit AFTER INSERT ON inventory_document_content FOR EACH ROW EXECUTE FUNCTION audit_content();

CREATE TRIGGER inventory_document_permanent BEFORE UPDATE OR DELETE ON inventory_document FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER inventory_document_content_permanent BEFORE UPDATE OR DELETE ON inventory_document_content FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER inventory_year_not_truncated BEFORE TRUNCATE ON inventory_year FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER inventory_source_not_truncated BEFORE TRUNCATE ON inventory_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER inventory_document_not_truncated BEFORE TRUNCATE ON inventory_document FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER inventory_document_content_not_truncated BEFORE TRUNCATE ON inventory_document_content FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
