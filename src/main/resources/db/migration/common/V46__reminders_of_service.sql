-- Proof of service that is overdue is asked for once for each time a document was sent.
CREATE TABLE service_reminder (
  document_id BIGINT  NOT NULL,
  sending     INTEGER NOT NULL,
  asked_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT service_reminder_pk PRIMARY KEY (document_id, sending),
  CONSTRAINT service_reminder_document FOREIGN KEY (document_id) REFERENCES document (id),
  CONSTRAINT service_reminder_sending_counts CHECK (sending > 0)
);
COMMENT ON TABLE service_reminder IS 'The documents whose overdue proof of service was made a task; a row never changes and is never deleted';
COMMENT ON COLUMN service_reminder.document_id IS 'The document';
COMMENT ON COLUMN service_reminder.sending IS 'Which time it was sent, from 1: a document that is sent again is asked about again';
COMMENT ON COLUMN service_reminder.asked_at IS 'When the task was opened';
