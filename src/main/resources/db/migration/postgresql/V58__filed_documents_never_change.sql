-- When a document was served stands in document_service; a filed document itself never changes.
DROP TRIGGER document_served ON document;
DROP TRIGGER document_permanent ON document;
DROP FUNCTION refuse_all_but_service();
ALTER TABLE document DROP CONSTRAINT document_served_once_sent;
ALTER TABLE document DROP COLUMN served_at;
CREATE TRIGGER document_permanent BEFORE UPDATE OR DELETE ON document FOR EACH ROW EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE document IS 'Filed documents; a row never changes and is never deleted';
