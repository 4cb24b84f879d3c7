-- What was recorded of a source by mistake is put right until the list is submitted, with the reason (Manual 3.1).
CREATE TABLE inventory_correction (
  id                        BIGINT GENERATED ALWAYS AS IDENTITY,
  source_id                 BIGINT       NOT NULL,
  questionnaire_received_on DATE,
  fee_received_on           DATE,
  struck_on                 DATE,
  struck_reason             VARCHAR(4000),
  reason                    VARCHAR(4000) NOT NULL,
  recorded_at               TIMESTAMP WITH TIME ZONE NOT NULL,
  recorded_by               VARCHAR(255) NOT NULL,
  CONSTRAINT inventory_correction_pk PRIMARY KEY (id),
  CONSTRAINT inventory_correction_source FOREIGN KEY (source_id) REFERENCES inventory_source (id),
  CONSTRAINT inventory_correction_for_a_reason CHECK (TRIM(reason) <> '')
);
CREATE INDEX inventory_correction_of_source ON inventory_correction (source_id);
COMMENT ON TABLE inventory_correction IS 'Corrections of what was recorded of a source of the emission inventory; a row never changes and is never deleted';
COMMENT ON COLUMN inventory_correction.id IS 'Identity';
COMMENT ON COLUMN inventory_correction.source_id IS 'The source';
COMMENT ON COLUMN inventory_correction.questionnaire_received_on IS 'What stood there before: the day the questionnaire came in';
COMMENT ON COLUMN inventory_correction.fee_received_on IS 'What stood there before: the day the fee was paid';
COMMENT ON COLUMN inventory_correction.struck_on IS 'What stood there before: the day it was taken off the list of the year';
COMMENT ON COLUMN inventory_correction.struck_reason IS 'What stood there before: why it was taken off';
COMMENT ON COLUMN inventory_correction.reason IS 'Why it was put right';
COMMENT ON COLUMN inventory_correction.recorded_at IS 'When it was put right';
COMMENT ON COLUMN inventory_correction.recorded_by IS 'Who put it right';
