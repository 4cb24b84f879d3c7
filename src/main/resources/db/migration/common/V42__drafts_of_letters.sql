-- Letters in draft: what the case manager changed before the letter is issued, and which draft became which letter.
CREATE TABLE letter_draft (
  case_number  VARCHAR(13)     NOT NULL,
  kind         VARCHAR(60)     NOT NULL,
  draft        INTEGER         NOT NULL,
  version      INTEGER         NOT NULL,
  text_version INTEGER         NOT NULL,
  blocks       VARCHAR(200000) NOT NULL,
  saved_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  saved_by     VARCHAR(255)    NOT NULL,
  CONSTRAINT letter_draft_pk PRIMARY KEY (case_number, kind, draft, version),
  CONSTRAINT letter_draft_case FOREIGN KEY (case_number) REFERENCES case_file (case_number),
  CONSTRAINT letter_draft_text FOREIGN KEY (kind, text_version) REFERENCES letter_text (kind, version),
  CONSTRAINT letter_draft_numbered CHECK (draft >= 1 AND version >= 1)
);
COMMENT ON TABLE letter_draft IS 'Drafts of letters, each saving a row that never changes';
COMMENT ON COLUMN letter_draft.case_number IS 'The case';
COMMENT ON COLUMN letter_draft.kind IS 'The kind of letter';
COMMENT ON COLUMN letter_draft.draft IS 'Counts from 1 within the case and kind: once a draft is issued, the next is another';
COMMENT ON COLUMN letter_draft.version IS 'Counts the savings of the draft from 1';
COMMENT ON COLUMN letter_draft.text_version IS 'The version of the text that the draft was made from, and keeps';
COMMENT ON COLUMN letter_draft.blocks IS 'Its blocks as JSON: what is locked by its key, what is free with its words';
COMMENT ON COLUMN letter_draft.saved_at IS 'When it was saved';
COMMENT ON COLUMN letter_draft.saved_by IS 'Who saved it';

CREATE TABLE issued_draft (
  document_id BIGINT      NOT NULL,
  case_number VARCHAR(13) NOT NULL,
  kind        VARCHAR(60) NOT NULL,
  draft       INTEGER     NOT NULL,
  version     INTEGER     NOT NULL,
  CONSTRAINT issued_draft_pk PRIMARY KEY (document_id),
  CONSTRAINT issued_draft_document FOREIGN KEY (document_id) REFERENCES document (id),
  CONSTRAINT issued_draft_draft FOREIGN KEY (case_number, kind, draft, version) REFERENCES letter_draft (case_number, kind, draft, version),
  CONSTRAINT issued_draft_once UNIQUE (case_number, kind, draft)
);
COMMENT ON TABLE issued_draft IS 'Which draft became which letter; a row never changes';
COMMENT ON COLUMN issued_draft.document_id IS 'The letter';
COMMENT ON COLUMN issued_draft.case_number IS 'The case';
COMMENT ON COLUMN issued_draft.kind IS 'The kind of letter';
COMMENT ON COLUMN issued_draft.draft IS 'The draft';
COMMENT ON COLUMN issued_draft.version IS 'The saving of it that was issued';
