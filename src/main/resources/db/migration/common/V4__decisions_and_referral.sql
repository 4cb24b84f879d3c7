-- What people decide is a part of the record for good; the engine's history is not.
CREATE TABLE decision (
  id           BIGINT GENERATED ALWAYS AS IDENTITY,
  case_number  VARCHAR(13)  NOT NULL,
  question     VARCHAR(300) NOT NULL,
  capacity     VARCHAR(300),
  answer       VARCHAR(300) NOT NULL,
  amount       NUMERIC(14, 2),
  reason       VARCHAR(8000),
  confidential BOOLEAN      NOT NULL,
  recorded_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  recorded_by  VARCHAR(255) NOT NULL,
  CONSTRAINT decision_pk PRIMARY KEY (id),
  CONSTRAINT decision_case FOREIGN KEY (case_number) REFERENCES case_file (case_number),
  CONSTRAINT decision_question_given CHECK (TRIM(question) <> ''),
  CONSTRAINT decision_capacity_given CHECK (TRIM(capacity) <> ''),
  CONSTRAINT decision_answer_given CHECK (TRIM(answer) <> ''),
  CONSTRAINT decision_amount CHECK (amount >= 0),
  CONSTRAINT decision_amount_is_confidential CHECK (amount IS NULL OR confidential),
  CONSTRAINT decision_reason_given CHECK (TRIM(reason) <> '')
);
CREATE INDEX decision_of_case ON decision (case_number);
COMMENT ON TABLE decision IS 'Approvals, rejections, evaluations and other decisions; a row never changes and is never deleted';
COMMENT ON COLUMN decision.id IS 'Identity';
COMMENT ON COLUMN decision.case_number IS 'The case';
COMMENT ON COLUMN decision.question IS 'What was to be decided, as the diagram names the task: Approve penalty';
COMMENT ON COLUMN decision.capacity IS 'The groups that were asked to decide: hazardous-waste-chief; null where none was';
COMMENT ON COLUMN decision.answer IS 'What was decided, in the words of the form: Reject';
COMMENT ON COLUMN decision.amount IS 'The penalty in dollars it was about; null where it was about none';
COMMENT ON COLUMN decision.reason IS 'Why, in the words of who decided; null where none was given';
COMMENT ON COLUMN decision.confidential IS 'For those only who may see penalty work';
COMMENT ON COLUMN decision.recorded_at IS 'When it was decided';
COMMENT ON COLUMN decision.recorded_by IS 'Who decided';

-- A referred case stays in work until the legal action is concluded (Manual 3.3 Tanks).
ALTER TABLE case_file DROP CONSTRAINT case_file_open_or_closed;
ALTER TABLE case_file ADD CONSTRAINT case_file_in_work_or_closed CHECK (
  (status IN ('OPEN', 'REFERRED') AND closed_on IS NULL AND closed_at IS NULL AND closed_by IS NULL AND closing_reason IS NULL)
  OR (status <> 'OPEN' AND closed_on IS NOT NULL AND closed_at IS NOT NULL AND closed_by IS NOT NULL));
COMMENT ON COLUMN case_file.status IS 'OPEN, REFERRED from the filing of legal action on, or the outcome the case was closed with';
COMMENT ON COLUMN case_file.closed_on IS 'Day the outcome took effect; null while the case is in work';
COMMENT ON COLUMN case_file.closed_at IS 'When the record was closed; null while the case is in work';
COMMENT ON COLUMN case_file.closed_by IS 'Who closed it; null while the case is in work';
