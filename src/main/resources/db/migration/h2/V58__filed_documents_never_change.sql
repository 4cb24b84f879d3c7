-- When a document was served stands in document_service; a filed document itself never changes.
ALTER TABLE document DROP CONSTRAINT document_served_once_sent;
ALTER TABLE document DROP COLUMN served_at;
COMMENT ON TABLE document IS 'Filed documents; a row never changes and is never deleted';
