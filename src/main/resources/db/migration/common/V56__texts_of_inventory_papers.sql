-- The papers of the inventory are made from texts that managers change, as letters are.
ALTER TABLE inventory_document ADD COLUMN text_version INTEGER;
ALTER TABLE inventory_document ADD CONSTRAINT inventory_document_text
  FOREIGN KEY (kind, text_version) REFERENCES letter_text (kind, version);
COMMENT ON COLUMN inventory_document.text_version IS 'The version of the text of its kind that it was made from; null where it was made before its text had versions';
