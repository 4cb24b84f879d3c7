-- Late invoices are served as letters of cases are, and what is known of it stands in the same rows.
ALTER TABLE document_service ALTER COLUMN document_id DROP NOT NULL;
ALTER TABLE document_service ADD COLUMN inventory_document_id BIGINT;
ALTER TABLE document_service ADD CONSTRAINT document_service_inventory_document
  FOREIGN KEY (inventory_document_id) REFERENCES inventory_document (id);
ALTER TABLE document_service ADD CONSTRAINT document_service_of_one_document
  CHECK ((document_id IS NULL) <> (inventory_document_id IS NULL));
CREATE INDEX document_service_of_inventory_document ON document_service (inventory_document_id);
COMMENT ON COLUMN document_service.document_id IS 'The document of a case; null where it is one of an inventory';
COMMENT ON COLUMN document_service.inventory_document_id IS 'The document of an inventory; null where it is one of a case';
COMMENT ON COLUMN document_service.event IS 'What happened: SENT (with the number of the article, or once more), RECEIVED, REFUSED or REJECTED (each is service), UNDELIVERABLE (is not); RECORDED_IN_ERROR takes the row it corrects back';

INSERT INTO document_service (inventory_document_id, event, happened_on, note, recorded_at, recorded_by)
SELECT invoice_document_id, 'RECEIVED', invoice_received_on, 'Taken over from the record of before', CURRENT_TIMESTAMP, recorded_by
FROM inventory_source WHERE invoice_received_on IS NOT NULL;
ALTER TABLE inventory_source DROP CONSTRAINT inventory_source_invoice_received_once_sent;
ALTER TABLE inventory_source DROP CONSTRAINT inventory_source_invoice_whole;
ALTER TABLE inventory_source DROP COLUMN invoice_received_on;
ALTER TABLE inventory_source ADD CONSTRAINT inventory_source_invoice_whole CHECK (
  (invoice_number IS NULL AND invoice_document_id IS NULL AND invoice_sent_on IS NULL)
  OR (invoice_number >= 1 AND invoice_document_id IS NOT NULL AND invoice_sent_on IS NOT NULL));
