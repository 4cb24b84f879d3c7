-- Service of what was sent: a row for each thing that happened; a mistake is corrected by a further row.
CREATE TABLE document_service (
  id          BIGINT GENERATED ALWAYS AS IDENTITY,
  document_id BIGINT       NOT NULL,
  event       VARCHAR(30)  NOT NULL,
  manner      VARCHAR(30),
  reference   VARCHAR(60),
  happened_on DATE         NOT NULL,
  upon        VARCHAR(200),
  note        VARCHAR(1000),
  corrects    BIGINT,
  recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
  recorded_by VARCHAR(255) NOT NULL,
  CONSTRAINT document_service_pk PRIMARY KEY (id),
  CONSTRAINT document_service_document FOREIGN KEY (document_id) REFERENCES document (id),
  CONSTRAINT document_service_corrects FOREIGN KEY (corrects) REFERENCES document_service (id),
  CONSTRAINT document_service_corrected_once UNIQUE (corrects),
  CONSTRAINT document_service_event_known CHECK (event IN ('SENT', 'RECEIVED', 'REFUSED', 'REJECTED', 'UNDELIVERABLE',
    'RECORDED_IN_ERROR')),
  CONSTRAINT document_service_manner_known CHECK (manner IN ('CERTIFIED_MAIL', 'COURIER', 'HAND', 'FIRST_CLASS_MAIL')),
  CONSTRAINT document_service_error_corrects CHECK (event <> 'RECORDED_IN_ERROR' OR corrects IS NOT NULL),
  CONSTRAINT document_service_not_itself CHECK (corrects IS NULL OR corrects <> id)
);
CREATE INDEX document_service_of_document ON document_service (document_id);
COMMENT ON TABLE document_service IS 'How sent documents were delivered; a row never changes and is never deleted';
COMMENT ON COLUMN document_service.id IS 'Identity';
COMMENT ON COLUMN document_service.document_id IS 'The document';
COMMENT ON COLUMN document_service.event IS 'What happened: SENT again, RECEIVED, REFUSED or REJECTED (each is service), UNDELIVERABLE (is not); RECORDED_IN_ERROR takes the row it corrects back';
COMMENT ON COLUMN document_service.manner IS 'How it was delivered; null where nobody has said';
COMMENT ON COLUMN document_service.reference IS 'Number of the certified mail article, or the courier''s';
COMMENT ON COLUMN document_service.happened_on IS 'The day of it';
COMMENT ON COLUMN document_service.upon IS 'Who took or refused it';
COMMENT ON COLUMN document_service.note IS 'What else there is to say';
COMMENT ON COLUMN document_service.corrects IS 'The row that this one takes the place of; null for most';
COMMENT ON COLUMN document_service.recorded_at IS 'When it was recorded';
COMMENT ON COLUMN document_service.recorded_by IS 'Who recorded it';

INSERT INTO document_service (document_id, event, happened_on, note, recorded_at, recorded_by)
SELECT id, 'RECEIVED', CAST(served_at AS DATE), 'Taken over from the record of before', served_at, created_by
FROM document WHERE served_at IS NOT NULL;
COMMENT ON COLUMN document.served_at IS 'When it was served, as recorded before document_service; not written any more';
