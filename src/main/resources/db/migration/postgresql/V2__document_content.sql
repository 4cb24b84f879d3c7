CREATE TABLE document_content (
  document_id BIGINT NOT NULL,
  content     BYTEA  NOT NULL,
  CONSTRAINT document_content_pk PRIMARY KEY (document_id),
  CONSTRAINT document_content_document FOREIGN KEY (document_id) REFERENCES document (id),
  CONSTRAINT document_content_given CHECK (OCTET_LENGTH(content) > 0)
);
COMMENT ON TABLE document_content IS 'The PDFs of the documents, apart so that lists do not read them';
COMMENT ON COLUMN document_content.document_id IS 'The document';
COMMENT ON COLUMN document_content.content IS 'Its PDF';
