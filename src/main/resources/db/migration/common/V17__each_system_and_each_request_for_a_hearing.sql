-- Each system of a joint request has a case of its own, and each request for a hearing is a row.
ALTER TABLE water_request ADD COLUMN joint_with VARCHAR(13);
ALTER TABLE water_request ADD CONSTRAINT water_request_joint_with FOREIGN KEY (joint_with) REFERENCES water_request (case_number);
ALTER TABLE water_request ADD CONSTRAINT water_request_not_with_itself CHECK (joint_with <> case_number);
CREATE INDEX water_request_of_joint ON water_request (joint_with);
COMMENT ON COLUMN water_request.joint_with IS 'Of a joint request: the case of its first system; null there, and where a system asks alone';

CREATE TABLE hearing_request (
  id           BIGINT GENERATED ALWAYS AS IDENTITY,
  hearing_id   BIGINT        NOT NULL,
  requester    VARCHAR(200)  NOT NULL,
  address      VARCHAR(4000),
  telephone    VARCHAR(40),
  interest     VARCHAR(4000),
  information  VARCHAR(4000),
  signed       BOOLEAN       NOT NULL,
  received_on  DATE          NOT NULL,
  state        VARCHAR(20)   NOT NULL,
  ground       VARCHAR(20),
  reason       VARCHAR(4000),
  recorded_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  recorded_by  VARCHAR(255)  NOT NULL,
  decided_by   VARCHAR(255),
  CONSTRAINT hearing_request_pk PRIMARY KEY (id),
  CONSTRAINT hearing_request_hearing FOREIGN KEY (hearing_id) REFERENCES hearing (id),
  CONSTRAINT hearing_request_requester_given CHECK (TRIM(requester) <> ''),
  CONSTRAINT hearing_request_state_known CHECK (state IN ('RECEIVED', 'GRANTED', 'DENIED')),
  CONSTRAINT hearing_request_ground_known CHECK (ground IN ('FRIVOLOUS', 'INCOMPLETE', 'LATE')),
  CONSTRAINT hearing_request_denied_why CHECK ((state = 'DENIED' AND ground IS NOT NULL AND reason IS NOT NULL)
    OR (state <> 'DENIED' AND ground IS NULL AND reason IS NULL)),
  CONSTRAINT hearing_request_decided CHECK ((state = 'RECEIVED') = (decided_by IS NULL))
);
CREATE INDEX hearing_request_of_hearing ON hearing_request (hearing_id);
COMMENT ON TABLE hearing_request IS 'Requests for a public hearing, with the items each held and what was decided (10 CSR 60-6.040(3))';
COMMENT ON COLUMN hearing_request.id IS 'Identity';
COMMENT ON COLUMN hearing_request.hearing_id IS 'The public notice upon which the hearing was requested';
COMMENT ON COLUMN hearing_request.requester IS 'Name of the individual, organization or other entity';
COMMENT ON COLUMN hearing_request.address IS 'Its address, a line each; null where the request names none';
COMMENT ON COLUMN hearing_request.telephone IS 'Its telephone number; null where the request names none';
COMMENT ON COLUMN hearing_request.interest IS 'Statement of its interest in the proposal; null where there is none';
COMMENT ON COLUMN hearing_request.information IS 'What it intends to submit at the hearing; null where it does not say';
COMMENT ON COLUMN hearing_request.signed IS 'Whether a responsible official signed the request';
COMMENT ON COLUMN hearing_request.received_on IS 'Day the request was received';
COMMENT ON COLUMN hearing_request.state IS 'RECEIVED, GRANTED or DENIED';
COMMENT ON COLUMN hearing_request.ground IS 'Of a denial: FRIVOLOUS (or insubstantial), INCOMPLETE or LATE';
COMMENT ON COLUMN hearing_request.reason IS 'Of a denial: the reason, as the letter says it';
COMMENT ON COLUMN hearing_request.recorded_at IS 'When the request was recorded';
COMMENT ON COLUMN hearing_request.recorded_by IS 'Who recorded it';
COMMENT ON COLUMN hearing_request.decided_by IS 'Who granted or denied it';
