-- Requests for variances, exemptions and waivers are matters of their own: they have a case number, and no violation.
ALTER TABLE case_file ADD COLUMN matter VARCHAR(20) DEFAULT 'ENFORCEMENT' NOT NULL;
ALTER TABLE case_file ADD CONSTRAINT case_file_matter_known CHECK (matter IN ('ENFORCEMENT', 'VARIANCE', 'EXEMPTION',
  'MONITORING_WAIVER'));
ALTER TABLE case_file ADD CONSTRAINT case_file_matter_of_program CHECK (matter = 'ENFORCEMENT' OR program = 'drinking-water');
COMMENT ON COLUMN case_file.matter IS 'What the case is about: ENFORCEMENT, or the request VARIANCE, EXEMPTION, MONITORING_WAIVER';
COMMENT ON COLUMN case_file.discovered_on IS 'Day the violation was discovered; of a request, the day it was received or begun';

CREATE TABLE water_request (
  case_number       VARCHAR(13)  NOT NULL,
  subject           VARCHAR(30)  NOT NULL,
  contaminant       VARCHAR(200) NOT NULL,
  contaminant_group VARCHAR(30),
  initiated_by      VARCHAR(20)  NOT NULL,
  CONSTRAINT water_request_pk PRIMARY KEY (case_number),
  CONSTRAINT water_request_case FOREIGN KEY (case_number) REFERENCES case_file (case_number),
  CONSTRAINT water_request_subject_known CHECK (subject IN ('MCL', 'TREATMENT_TECHNIQUE', 'MCL_AND_TREATMENT_TECHNIQUE', 'USE',
    'SUSCEPTIBILITY')),
  CONSTRAINT water_request_contaminant_given CHECK (TRIM(contaminant) <> ''),
  CONSTRAINT water_request_group_known CHECK (contaminant_group IN ('ASBESTOS', 'SOC', 'VOC', 'IOC', 'NITRATE_NITRITE',
    'UNREGULATED_A', 'UNREGULATED_B', 'PCB')),
  CONSTRAINT water_request_initiator_known CHECK (initiated_by IN ('SYSTEM', 'DEPARTMENT'))
);
COMMENT ON TABLE water_request IS 'What a supplier of water asks for, or the department considers of its own (10 CSR 60-6.010, 6.020, 6.060)';
COMMENT ON COLUMN water_request.case_number IS 'The case of the request';
COMMENT ON COLUMN water_request.subject IS 'From what: MCL, TREATMENT_TECHNIQUE or both; of a monitoring waiver its kind, USE or SUSCEPTIBILITY';
COMMENT ON COLUMN water_request.contaminant IS 'The contaminant, or the treatment technique';
COMMENT ON COLUMN water_request.contaminant_group IS 'Of a monitoring waiver: ASBESTOS, SOC, ...; UNREGULATED_A and _B are 10 CSR 60-4.110(2)(A) and (B)';
COMMENT ON COLUMN water_request.initiated_by IS 'SYSTEM, or the DEPARTMENT by its own evaluation of a waiver';

CREATE TABLE water_system (
  case_number          VARCHAR(13)  NOT NULL,
  number               INTEGER      NOT NULL,
  pwsid                VARCHAR(40)  NOT NULL,
  name                 VARCHAR(200) NOT NULL,
  county               VARCHAR(60)  NOT NULL,
  persons_served       INTEGER      NOT NULL,
  compliance_due_on    DATE,
  standing             VARCHAR(20)  NOT NULL,
  latest_compliance_on DATE,
  renewals             INTEGER      NOT NULL,
  CONSTRAINT water_system_pk PRIMARY KEY (case_number, number),
  CONSTRAINT water_system_request FOREIGN KEY (case_number) REFERENCES water_request (case_number),
  CONSTRAINT water_system_once UNIQUE (case_number, pwsid),
  CONSTRAINT water_system_number CHECK (number >= 1),
  CONSTRAINT water_system_pwsid_given CHECK (TRIM(pwsid) <> '' AND pwsid = UPPER(pwsid)),
  CONSTRAINT water_system_name_given CHECK (TRIM(name) <> ''),
  CONSTRAINT water_system_county_given CHECK (TRIM(county) <> ''),
  CONSTRAINT water_system_persons CHECK (persons_served >= 0),
  CONSTRAINT water_system_standing_known CHECK (standing IN ('REQUESTED', 'GRANTED', 'DENIED', 'RESCINDED', 'WITHDRAWN', 'COMPLIED',
    'TERMINATED')),
  CONSTRAINT water_system_latest_after_due CHECK (latest_compliance_on IS NULL
    OR (compliance_due_on IS NOT NULL AND latest_compliance_on >= compliance_due_on)),
  CONSTRAINT water_system_renewals CHECK (renewals BETWEEN 0 AND 3)
);
CREATE INDEX water_system_of_number ON water_system (pwsid);
COMMENT ON TABLE water_system IS 'The public water systems that a request covers, each with what became of it';
COMMENT ON COLUMN water_system.case_number IS 'The case of the request';
COMMENT ON COLUMN water_system.number IS 'Which of the systems of the request; the first is the facility of the case';
COMMENT ON COLUMN water_system.pwsid IS 'Public water system number, in capitals';
COMMENT ON COLUMN water_system.name IS 'Name of the system';
COMMENT ON COLUMN water_system.county IS 'Missouri county, or the City of St. Louis';
COMMENT ON COLUMN water_system.persons_served IS 'Persons served';
COMMENT ON COLUMN water_system.compliance_due_on IS 'Of an exemption: the compliance date otherwise applicable (10 CSR 60-6.030(2)(C))';
COMMENT ON COLUMN water_system.standing IS 'REQUESTED, GRANTED, DENIED, RESCINDED, WITHDRAWN, COMPLIED or TERMINATED';
COMMENT ON COLUMN water_system.latest_compliance_on IS 'Of an exemption: the last day for compliance, three years on and two more for each renewal';
COMMENT ON COLUMN water_system.renewals IS 'Renewals of an exemption, two years each, three at most (10 CSR 60-6.030(2)(D))';

CREATE TABLE hearing (
  id          BIGINT GENERATED ALWAYS AS IDENTITY,
  lead_case   VARCHAR(13)  NOT NULL,
  state       VARCHAR(20)  NOT NULL,
  issued_on   DATE,
  recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
  recorded_by VARCHAR(255) NOT NULL,
  CONSTRAINT hearing_pk PRIMARY KEY (id),
  CONSTRAINT hearing_lead_case FOREIGN KEY (lead_case) REFERENCES case_file (case_number),
  CONSTRAINT hearing_state_known CHECK (state IN ('PREPARED', 'ISSUED', 'CONCLUDED', 'GIVEN_UP')),
  CONSTRAINT hearing_issued CHECK (state IN ('PREPARED', 'GIVEN_UP') OR issued_on IS NOT NULL)
);
CREATE INDEX hearing_of_case ON hearing (lead_case);
COMMENT ON TABLE hearing IS 'Public notices of an opportunity for hearing, and the hearings held pursuant to them (10 CSR 60-6.040)';
COMMENT ON COLUMN hearing.id IS 'Identity';
COMMENT ON COLUMN hearing.lead_case IS 'The case whose process issues the notice';
COMMENT ON COLUMN hearing.state IS 'PREPARED: others may join; ISSUED; CONCLUDED: with or without a hearing; GIVEN_UP: the lead was withdrawn';
COMMENT ON COLUMN hearing.issued_on IS 'Day the public notice was issued';
COMMENT ON COLUMN hearing.recorded_at IS 'When its preparation began';
COMMENT ON COLUMN hearing.recorded_by IS 'Who prepared it';

CREATE TABLE hearing_matter (
  hearing_id  BIGINT        NOT NULL,
  case_number VARCHAR(13)   NOT NULL,
  summary     VARCHAR(4000) NOT NULL,
  waiting     BOOLEAN       NOT NULL,
  CONSTRAINT hearing_matter_pk PRIMARY KEY (hearing_id, case_number),
  CONSTRAINT hearing_matter_hearing FOREIGN KEY (hearing_id) REFERENCES hearing (id),
  CONSTRAINT hearing_matter_case FOREIGN KEY (case_number) REFERENCES case_file (case_number),
  CONSTRAINT hearing_matter_summary_given CHECK (TRIM(summary) <> '')
);
CREATE INDEX hearing_matter_of_case ON hearing_matter (case_number);
COMMENT ON TABLE hearing_matter IS 'The proposals that one notice and hearing cover (10 CSR 60-6.040(1))';
COMMENT ON COLUMN hearing_matter.hearing_id IS 'The notice';
COMMENT ON COLUMN hearing_matter.case_number IS 'The case whose proposal it covers';
COMMENT ON COLUMN hearing_matter.summary IS 'Summary of the proposal, as the notice prints it';
COMMENT ON COLUMN hearing_matter.waiting IS 'Whether the outcome is still to come; false once it came, or the request was withdrawn';
