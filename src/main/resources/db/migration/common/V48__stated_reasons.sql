-- Why cases were withdrawn and deadlines missed: a row each time somebody states a reason; the last one counts.
CREATE TABLE stated_reason (
  id          BIGINT GENERATED ALWAYS AS IDENTITY,
  case_number VARCHAR(13)  NOT NULL,
  stage_id    VARCHAR(64)  NOT NULL,
  occasion    VARCHAR(20)  NOT NULL,
  code        VARCHAR(40)  NOT NULL,
  title       VARCHAR(100) NOT NULL,
  recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
  recorded_by VARCHAR(255) NOT NULL,
  CONSTRAINT stated_reason_pk PRIMARY KEY (id),
  CONSTRAINT stated_reason_case FOREIGN KEY (case_number) REFERENCES case_file (case_number),
  CONSTRAINT stated_reason_occasion_known CHECK (occasion IN ('WITHDRAWAL', 'MISSED_DEADLINE')),
  CONSTRAINT stated_reason_code_given CHECK (TRIM(code) <> '' AND code <> 'NOT_STATED'),
  CONSTRAINT stated_reason_title_given CHECK (TRIM(title) <> '')
);
CREATE INDEX stated_reason_of_stage ON stated_reason (stage_id, id);
CREATE INDEX stated_reason_of_case ON stated_reason (case_number);
CREATE INDEX stated_reason_of_code ON stated_reason (occasion, code, id);
COMMENT ON TABLE stated_reason IS 'Reasons of withdrawals and missed deadlines; a row never changes and is never deleted, a later one of the same stage takes its place';
COMMENT ON COLUMN stated_reason.id IS 'Identity';
COMMENT ON COLUMN stated_reason.case_number IS 'The case';
COMMENT ON COLUMN stated_reason.stage_id IS 'Its row in finished_stage: the task that was late, or the withdrawn case as a whole. No reference, for those rows can be written anew';
COMMENT ON COLUMN stated_reason.occasion IS 'WITHDRAWAL or MISSED_DEADLINE';
COMMENT ON COLUMN stated_reason.code IS 'The code in the decision table reason-codes';
COMMENT ON COLUMN stated_reason.title IS 'What the table called it when it was chosen';
COMMENT ON COLUMN stated_reason.recorded_at IS 'When it was stated';
COMMENT ON COLUMN stated_reason.recorded_by IS 'Who stated it';
