-- The texts of letters: as they are delivered with the application, and as managers have changed them.
CREATE TABLE letter_text (
  kind       VARCHAR(60)    NOT NULL,
  version    INTEGER        NOT NULL,
  text       VARCHAR(40000) NOT NULL,
  packaged   BOOLEAN        NOT NULL,
  reason     VARCHAR(300)   NOT NULL,
  written_at TIMESTAMP WITH TIME ZONE NOT NULL,
  written_by VARCHAR(255)   NOT NULL,
  CONSTRAINT letter_text_pk PRIMARY KEY (kind, version),
  CONSTRAINT letter_text_numbered CHECK (version >= 1),
  CONSTRAINT letter_text_given CHECK (TRIM(text) <> ''),
  CONSTRAINT letter_text_reason_given CHECK (TRIM(reason) <> '')
);
COMMENT ON TABLE letter_text IS 'The texts of letters, version by version; a row never changes. A manager''s newest version is in force, without one the newest packaged';
COMMENT ON COLUMN letter_text.kind IS 'The kind of document: LETTER_OF_WARNING';
COMMENT ON COLUMN letter_text.version IS 'Counts from 1 within the kind';
COMMENT ON COLUMN letter_text.text IS 'Markdown with placeholders, names of parts and marked passages';
COMMENT ON COLUMN letter_text.packaged IS 'Whether it was delivered with the application; false for what a manager wrote';
COMMENT ON COLUMN letter_text.reason IS 'Why it was changed, in the words of who changed it';
COMMENT ON COLUMN letter_text.written_at IS 'When it was stored';
COMMENT ON COLUMN letter_text.written_by IS 'Who changed it';

CREATE TABLE document_text (
  document_id  BIGINT      NOT NULL,
  kind         VARCHAR(60) NOT NULL,
  text_version INTEGER     NOT NULL,
  CONSTRAINT document_text_pk PRIMARY KEY (document_id),
  CONSTRAINT document_text_document FOREIGN KEY (document_id) REFERENCES document (id),
  CONSTRAINT document_text_version FOREIGN KEY (kind, text_version) REFERENCES letter_text (kind, version)
);
COMMENT ON TABLE document_text IS 'From which version of its text a letter was made; a row never changes';
COMMENT ON COLUMN document_text.document_id IS 'The letter';
COMMENT ON COLUMN document_text.kind IS 'Its kind';
COMMENT ON COLUMN document_text.text_version IS 'The version of the text of that kind';
