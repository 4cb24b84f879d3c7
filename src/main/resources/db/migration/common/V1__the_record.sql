-- The permanent record. The same tables on H2 and PostgreSQL; what differs between them stands in the vendor's folder.

CREATE TABLE facility (
  id          BIGINT GENERATED ALWAYS AS IDENTITY,
  name        VARCHAR(200) NOT NULL,
  address     VARCHAR(500) NOT NULL,
  county      VARCHAR(60)  NOT NULL,
  region      VARCHAR(100) NOT NULL,
  recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT facility_pk PRIMARY KEY (id),
  CONSTRAINT facility_name_given CHECK (TRIM(name) <> ''),
  CONSTRAINT facility_address_given CHECK (TRIM(address) <> ''),
  CONSTRAINT facility_county_given CHECK (TRIM(county) <> ''),
  CONSTRAINT facility_region_given CHECK (TRIM(region) <> '')
);
COMMENT ON TABLE facility IS 'Regulated facilities; one row each, whatever the number of cases';
COMMENT ON COLUMN facility.id IS 'Identity';
COMMENT ON COLUMN facility.name IS 'Name as the department knows it';
COMMENT ON COLUMN facility.address IS 'Where it is';
COMMENT ON COLUMN facility.county IS 'Missouri county, or the City of St. Louis';
COMMENT ON COLUMN facility.region IS 'Regional office of the department in charge';
COMMENT ON COLUMN facility.recorded_at IS 'When the record first heard of it';

CREATE TABLE facility_identifier (
  facility_id BIGINT      NOT NULL,
  kind        VARCHAR(40) NOT NULL,
  identifier  VARCHAR(40) NOT NULL,
  CONSTRAINT facility_identifier_pk PRIMARY KEY (facility_id, kind),
  CONSTRAINT facility_identifier_facility FOREIGN KEY (facility_id) REFERENCES facility (id),
  CONSTRAINT facility_identifier_unique UNIQUE (kind, identifier),
  CONSTRAINT facility_identifier_kind_known CHECK (kind IN ('ustFacility', 'npdes', 'pwsid', 'rcraHandler', 'ace', 'frs',
    'airInstallation', 'solidWastePermit', 'miningPermit')),
  CONSTRAINT facility_identifier_given CHECK (TRIM(identifier) <> '' AND identifier = UPPER(identifier))
);
COMMENT ON TABLE facility_identifier IS 'The numbers under which programs know a facility; no two facilities share one';
COMMENT ON COLUMN facility_identifier.facility_id IS 'The facility';
COMMENT ON COLUMN facility_identifier.kind IS 'Which number it is: ustFacility, npdes, pwsid, ...';
COMMENT ON COLUMN facility_identifier.identifier IS 'The number, in capitals';

CREATE TABLE responsible_party (
  id          BIGINT GENERATED ALWAYS AS IDENTITY,
  name        VARCHAR(200) NOT NULL,
  address     VARCHAR(500) NOT NULL,
  recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT responsible_party_pk PRIMARY KEY (id),
  CONSTRAINT responsible_party_name_given CHECK (TRIM(name) <> ''),
  CONSTRAINT responsible_party_address_given CHECK (TRIM(address) <> '')
);
COMMENT ON TABLE responsible_party IS 'Who answers for the violations of a case, as it is addressed there';
COMMENT ON COLUMN responsible_party.id IS 'Identity';
COMMENT ON COLUMN responsible_party.name IS 'Person or company';
COMMENT ON COLUMN responsible_party.address IS 'Where letters to it go';
COMMENT ON COLUMN responsible_party.recorded_at IS 'When it was identified';

CREATE TABLE case_number (
  program      VARCHAR(30) NOT NULL,
  opening_year INTEGER     NOT NULL,
  last_serial  INTEGER     NOT NULL,
  CONSTRAINT case_number_pk PRIMARY KEY (program, opening_year),
  CONSTRAINT case_number_program_known CHECK (program IN ('air', 'drinking-water', 'hazardous-waste', 'tanks',
    'industrial-minerals', 'metallic-minerals', 'coal', 'solid-waste', 'water')),
  CONSTRAINT case_number_year CHECK (opening_year BETWEEN 1970 AND 9999),
  CONSTRAINT case_number_serial CHECK (last_serial BETWEEN 0 AND 99999)
);
COMMENT ON TABLE case_number IS 'The last case number given, by program and year; its row is locked while a case is opened';
COMMENT ON COLUMN case_number.program IS 'Program: tanks, water, ...';
COMMENT ON COLUMN case_number.opening_year IS 'Year of opening in the department''s time zone';
COMMENT ON COLUMN case_number.last_serial IS 'The last five digits given; 0 before the first';

CREATE TABLE case_file (
  case_number          VARCHAR(13) NOT NULL,
  program              VARCHAR(30) NOT NULL,
  opening_year         INTEGER     NOT NULL,
  serial               INTEGER     NOT NULL,
  status               VARCHAR(30) NOT NULL,
  facility_id          BIGINT      NOT NULL,
  responsible_party_id BIGINT,
  case_manager         VARCHAR(255),
  discovered_on        DATE        NOT NULL,
  opened_at            TIMESTAMP WITH TIME ZONE NOT NULL,
  opened_by            VARCHAR(255) NOT NULL,
  closed_on            DATE,
  closed_at            TIMESTAMP WITH TIME ZONE,
  closed_by            VARCHAR(255),
  closing_reason       VARCHAR(4000),
  CONSTRAINT case_file_pk PRIMARY KEY (case_number),
  CONSTRAINT case_file_serial_unique UNIQUE (program, opening_year, serial),
  CONSTRAINT case_file_counter FOREIGN KEY (program, opening_year) REFERENCES case_number (program, opening_year),
  CONSTRAINT case_file_facility FOREIGN KEY (facility_id) REFERENCES facility (id),
  CONSTRAINT case_file_responsible_party FOREIGN KEY (responsible_party_id) REFERENCES responsible_party (id),
  CONSTRAINT case_file_serial CHECK (serial BETWEEN 1 AND 99999),
  CONSTRAINT case_file_number CHECK (case_number =
    CASE program WHEN 'air' THEN 'AP' WHEN 'drinking-water' THEN 'DW' WHEN 'hazardous-waste' THEN 'HW' WHEN 'tanks' THEN 'TK'
      WHEN 'industrial-minerals' THEN 'IM' WHEN 'metallic-minerals' THEN 'MM' WHEN 'coal' THEN 'CL'
      WHEN 'solid-waste' THEN 'SW' WHEN 'water' THEN 'WP' ELSE '' END
    || '-' || CAST(opening_year AS VARCHAR(4)) || '-' || LPAD(CAST(serial AS VARCHAR(5)), 5, '0')),
  CONSTRAINT case_file_status_known CHECK (status IN ('OPEN', 'RETURNED_TO_COMPLIANCE', 'SETTLED', 'REFERRED', 'WITHDRAWN',
    'CLOSED')),
  CONSTRAINT case_file_open_or_closed CHECK (
    (status = 'OPEN' AND closed_on IS NULL AND closed_at IS NULL AND closed_by IS NULL AND closing_reason IS NULL)
    OR (status <> 'OPEN' AND closed_on IS NOT NULL AND closed_at IS NOT NULL AND closed_by IS NOT NULL)),
  CONSTRAINT case_file_withdrawn_for_a_reason CHECK (status <> 'WITHDRAWN' OR TRIM(COALESCE(closing_reason, '')) <> ''),
  CONSTRAINT case_file_discovered CHECK (discovered_on >= DATE '1970-01-01'),
  CONSTRAINT case_file_closed_after_discovery CHECK (closed_on >= discovered_on),
  CONSTRAINT case_file_closed_after_opening CHECK (closed_at >= opened_at),
  CONSTRAINT case_file_case_manager_given CHECK (TRIM(case_manager) <> '')
);
CREATE INDEX case_file_newest ON case_file (opened_at DESC, case_number DESC);
CREATE INDEX case_file_newest_of_program ON case_file (program, status, opened_at DESC, case_number DESC);
CREATE INDEX case_file_of_facility ON case_file (facility_id);
CREATE INDEX case_file_of_responsible_party ON case_file (responsible_party_id);
COMMENT ON TABLE case_file IS 'The cases';
COMMENT ON COLUMN case_file.case_number IS 'Prefix of the program, year of opening, serial: TK-2026-00001';
COMMENT ON COLUMN case_file.program IS 'Program the case belongs to';
COMMENT ON COLUMN case_file.opening_year IS 'Year in its number';
COMMENT ON COLUMN case_file.serial IS 'Last five digits of its number';
COMMENT ON COLUMN case_file.status IS 'OPEN, or the outcome it was closed with';
COMMENT ON COLUMN case_file.facility_id IS 'Where the violation is';
COMMENT ON COLUMN case_file.responsible_party_id IS 'Who answers for it; null while unknown';
COMMENT ON COLUMN case_file.case_manager IS 'User id of who carries the case; null until assigned';
COMMENT ON COLUMN case_file.discovered_on IS 'Day the violation was discovered; the clocks of the rules run from it';
COMMENT ON COLUMN case_file.opened_at IS 'When the case was opened';
COMMENT ON COLUMN case_file.opened_by IS 'Who opened it: user id, or system';
COMMENT ON COLUMN case_file.closed_on IS 'Day the outcome took effect; null while open';
COMMENT ON COLUMN case_file.closed_at IS 'When the record was closed; null while open';
COMMENT ON COLUMN case_file.closed_by IS 'Who closed it; null while open';
COMMENT ON COLUMN case_file.closing_reason IS 'Why it was closed so; a withdrawal always says';

CREATE TABLE violation (
  id               BIGINT GENERATED ALWAYS AS IDENTITY,
  case_number      VARCHAR(13)   NOT NULL,
  violation_number INTEGER       NOT NULL,
  citation         VARCHAR(300)  NOT NULL,
  description      VARCHAR(4000) NOT NULL,
  corrected_on     DATE,
  worksheets_taken_back INTEGER DEFAULT 0 NOT NULL,
  recorded_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  recorded_by      VARCHAR(255)  NOT NULL,
  CONSTRAINT violation_pk PRIMARY KEY (id),
  CONSTRAINT violation_case FOREIGN KEY (case_number) REFERENCES case_file (case_number),
  CONSTRAINT violation_number_unique UNIQUE (case_number, violation_number),
  CONSTRAINT violation_with_number UNIQUE (id, case_number, violation_number),
  CONSTRAINT violation_number_counts CHECK (violation_number >= 1),
  CONSTRAINT violation_citation_given CHECK (TRIM(citation) <> ''),
  CONSTRAINT violation_description_given CHECK (TRIM(description) <> ''),
  CONSTRAINT violation_worksheets CHECK (worksheets_taken_back >= 0),
  CONSTRAINT violation_corrected CHECK (corrected_on >= DATE '1970-01-01')
);
COMMENT ON TABLE violation IS 'The violations of a case';
COMMENT ON COLUMN violation.id IS 'Identity';
COMMENT ON COLUMN violation.case_number IS 'The case';
COMMENT ON COLUMN violation.violation_number IS 'Counts from 1 within the case';
COMMENT ON COLUMN violation.citation IS 'Rule or statute violated';
COMMENT ON COLUMN violation.description IS 'What was found';
COMMENT ON COLUMN violation.corrected_on IS 'Day it was corrected; null while it is not';
COMMENT ON COLUMN violation.worksheets_taken_back IS 'Last version of its worksheet that is to be done again; 0 for none';
COMMENT ON COLUMN violation.recorded_at IS 'When it was recorded';
COMMENT ON COLUMN violation.recorded_by IS 'Who recorded it';

CREATE TABLE violation_observation (
  violation_id BIGINT NOT NULL,
  observed_on  DATE   NOT NULL,
  CONSTRAINT violation_observation_pk PRIMARY KEY (violation_id, observed_on),
  CONSTRAINT violation_observation_violation FOREIGN KEY (violation_id) REFERENCES violation (id),
  CONSTRAINT violation_observation_day CHECK (observed_on >= DATE '1970-01-01')
);
COMMENT ON TABLE violation_observation IS 'The days on which a violation was observed; a penalty may count each';
COMMENT ON COLUMN violation_observation.violation_id IS 'The violation';
COMMENT ON COLUMN violation_observation.observed_on IS 'The day';

CREATE TABLE contact (
  id          BIGINT GENERATED ALWAYS AS IDENTITY,
  case_number VARCHAR(13)  NOT NULL,
  kind        VARCHAR(60)  NOT NULL,
  contact_on  DATE         NOT NULL,
  staff       VARCHAR(200) NOT NULL,
  minutes     INTEGER      NOT NULL,
  with_whom   VARCHAR(200) NOT NULL,
  note        VARCHAR(4000),
  recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
  recorded_by VARCHAR(255) NOT NULL,
  CONSTRAINT contact_pk PRIMARY KEY (id),
  CONSTRAINT contact_case FOREIGN KEY (case_number) REFERENCES case_file (case_number),
  CONSTRAINT contact_kind_given CHECK (TRIM(kind) <> ''),
  CONSTRAINT contact_day CHECK (contact_on >= DATE '1970-01-01'),
  CONSTRAINT contact_staff_given CHECK (TRIM(staff) <> ''),
  CONSTRAINT contact_minutes CHECK (minutes BETWEEN 0 AND 1440),
  CONSTRAINT contact_with_given CHECK (TRIM(with_whom) <> '')
);
CREATE INDEX contact_of_case ON contact (case_number);
COMMENT ON TABLE contact IS 'Contacts with the responsible party: who, when, what kind, how long';
COMMENT ON COLUMN contact.id IS 'Identity';
COMMENT ON COLUMN contact.case_number IS 'The case';
COMMENT ON COLUMN contact.kind IS 'Call, visit, offer to meet, ...';
COMMENT ON COLUMN contact.contact_on IS 'Day of the contact';
COMMENT ON COLUMN contact.staff IS 'Who of the department';
COMMENT ON COLUMN contact.minutes IS 'Staff time in minutes';
COMMENT ON COLUMN contact.with_whom IS 'With whom';
COMMENT ON COLUMN contact.note IS 'What was said';
COMMENT ON COLUMN contact.recorded_at IS 'When it was recorded';
COMMENT ON COLUMN contact.recorded_by IS 'Who recorded it';

CREATE TABLE document (
  id           BIGINT GENERATED ALWAYS AS IDENTITY,
  case_number  VARCHAR(13)  NOT NULL,
  kind         VARCHAR(60)  NOT NULL,
  title        VARCHAR(300) NOT NULL,
  confidential BOOLEAN      NOT NULL,
  respond_by   DATE,
  addressee    VARCHAR(800),
  created_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  created_by   VARCHAR(255) NOT NULL,
  sent_at      TIMESTAMP WITH TIME ZONE,
  served_at    TIMESTAMP WITH TIME ZONE,
  CONSTRAINT document_pk PRIMARY KEY (id),
  CONSTRAINT document_case FOREIGN KEY (case_number) REFERENCES case_file (case_number),
  CONSTRAINT document_kind_known CHECK (kind IN ('LETTER_OF_INQUIRY', 'LETTER_OF_WARNING', 'NOTICE_OF_VIOLATION',
    'RETURN_TO_COMPLIANCE_LETTER', 'SCHEDULE_DECISION_LETTER', 'ENFORCEMENT_ACTION_REQUEST', 'PENALTY_WORKSHEET',
    'PENALTY_NEGOTIATION_LETTER', 'PENALTY_DEMAND_LETTER', 'SETTLEMENT_OFFER', 'SETTLEMENT_AGREEMENT',
    'AGO_ASSISTANCE_REQUEST', 'REFERRAL_REQUEST', 'ADMINISTRATIVE_PENALTY_ORDER', 'CESSATION_ORDER',
    'NOTICE_OF_DELINQUENT_RECLAMATION', 'PUBLIC_NOTICE', 'HEARING_NOTICE', 'DECISION_NOTICE', 'LATE_INVOICE',
    'NONCOMPLIANT_SOURCES', 'OFFER_TO_MEET', 'PENALTY_ASSESSMENT_NOTICE', 'ILLEGAL_DUMPING_INVESTIGATION_REPORT',
    'COMPLIANCE_SCHEDULE', 'EXTENSION_DECISION', 'PROGRESS_REPORT', 'NOTICE_OF_REFERRAL', 'PROOF_OF_SERVICE',
    'WITHDRAWAL_NOTICE', 'OTHER')),
  CONSTRAINT document_title_given CHECK (TRIM(title) <> ''),
  CONSTRAINT document_sent_to_somebody CHECK (sent_at IS NULL OR TRIM(COALESCE(addressee, '')) <> ''),
  CONSTRAINT document_response_to_what_was_sent CHECK (respond_by IS NULL OR sent_at IS NOT NULL),
  CONSTRAINT document_served_once_sent CHECK (served_at IS NULL
    OR (sent_at IS NOT NULL AND served_at >= sent_at - INTERVAL '1' DAY))
);
CREATE INDEX document_of_case ON document (case_number);
COMMENT ON TABLE document IS 'Filed documents; a row never changes, but for served_at, and is never deleted';
COMMENT ON COLUMN document.id IS 'Identity';
COMMENT ON COLUMN document.case_number IS 'The case';
COMMENT ON COLUMN document.kind IS 'What it is: LETTER_OF_WARNING, ...';
COMMENT ON COLUMN document.title IS 'Title for people';
COMMENT ON COLUMN document.confidential IS 'For those only who may see penalty work';
COMMENT ON COLUMN document.respond_by IS 'Last day for an answer, as the letter says; null if none is asked for';
COMMENT ON COLUMN document.addressee IS 'Name and address it was sent to; null if it was not sent';
COMMENT ON COLUMN document.created_at IS 'When it was filed';
COMMENT ON COLUMN document.created_by IS 'Who filed it';
COMMENT ON COLUMN document.sent_at IS 'When it was sent; null for a paper that is not sent';
COMMENT ON COLUMN document.served_at IS 'When it was served, once that is proven; its day, not its hour, is compared with sent_at';

CREATE TABLE assessment (
  id           BIGINT GENERATED ALWAYS AS IDENTITY,
  case_number  VARCHAR(13)    NOT NULL,
  violation_id BIGINT,
  subject      INTEGER        NOT NULL,
  version      INTEGER        NOT NULL,
  rule         VARCHAR(60)    NOT NULL,
  rule_version VARCHAR(30)    NOT NULL,
  worksheet    VARCHAR(200000) NOT NULL,
  result       VARCHAR(200000) NOT NULL,
  total        NUMERIC(14, 2) NOT NULL,
  recorded_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  recorded_by  VARCHAR(255)   NOT NULL,
  CONSTRAINT assessment_pk PRIMARY KEY (id),
  CONSTRAINT assessment_case FOREIGN KEY (case_number) REFERENCES case_file (case_number),
  CONSTRAINT assessment_violation FOREIGN KEY (violation_id, case_number, subject)
    REFERENCES violation (id, case_number, violation_number),
  CONSTRAINT assessment_version_unique UNIQUE (case_number, subject, version),
  CONSTRAINT assessment_subject CHECK ((violation_id IS NULL AND subject = 0) OR (violation_id IS NOT NULL AND subject >= 1)),
  CONSTRAINT assessment_version_counts CHECK (version >= 1),
  CONSTRAINT assessment_rule_given CHECK (TRIM(rule) <> '' AND TRIM(rule_version) <> ''),
  CONSTRAINT assessment_total CHECK (total >= 0)
);
CREATE INDEX assessment_of_violation ON assessment (violation_id);
COMMENT ON TABLE assessment IS 'Penalty calculations; confidential. A row never changes and is never deleted: a recalculation is the next version';
COMMENT ON COLUMN assessment.id IS 'Identity';
COMMENT ON COLUMN assessment.case_number IS 'The case';
COMMENT ON COLUMN assessment.violation_id IS 'The violation it is the worksheet of; null for the case as a whole';
COMMENT ON COLUMN assessment.subject IS 'Number of that violation; 0 for the case as a whole';
COMMENT ON COLUMN assessment.version IS 'Counts from 1 for each subject';
COMMENT ON COLUMN assessment.rule IS 'Penalty rule applied';
COMMENT ON COLUMN assessment.rule_version IS 'Version of its tables';
COMMENT ON COLUMN assessment.worksheet IS 'What went in, as JSON';
COMMENT ON COLUMN assessment.result IS 'What came out, as JSON';
COMMENT ON COLUMN assessment.total IS 'Dollars';
COMMENT ON COLUMN assessment.recorded_at IS 'When it was filed';
COMMENT ON COLUMN assessment.recorded_by IS 'Who filed it';

CREATE TABLE payment (
  id          BIGINT GENERATED ALWAYS AS IDENTITY,
  case_number VARCHAR(13)    NOT NULL,
  amount      NUMERIC(14, 2) NOT NULL,
  paid_on     DATE           NOT NULL,
  method      VARCHAR(60)    NOT NULL,
  reference   VARCHAR(100),
  note        VARCHAR(4000),
  recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
  recorded_by VARCHAR(255)   NOT NULL,
  CONSTRAINT payment_pk PRIMARY KEY (id),
  CONSTRAINT payment_case FOREIGN KEY (case_number) REFERENCES case_file (case_number),
  CONSTRAINT payment_amount CHECK (amount > 0),
  CONSTRAINT payment_day CHECK (paid_on >= DATE '1970-01-01'),
  CONSTRAINT payment_method_given CHECK (TRIM(method) <> '')
);
CREATE INDEX payment_of_case ON payment (case_number);
COMMENT ON TABLE payment IS 'Payments received in a case';
COMMENT ON COLUMN payment.id IS 'Identity';
COMMENT ON COLUMN payment.case_number IS 'The case';
COMMENT ON COLUMN payment.amount IS 'Dollars';
COMMENT ON COLUMN payment.paid_on IS 'Day it was paid';
COMMENT ON COLUMN payment.method IS 'Check, transfer, ...';
COMMENT ON COLUMN payment.reference IS 'Number of the check or the like';
COMMENT ON COLUMN payment.note IS 'Anything else about it';
COMMENT ON COLUMN payment.recorded_at IS 'When it was recorded';
COMMENT ON COLUMN payment.recorded_by IS 'Who recorded it';

CREATE TABLE timeline_note (
  id           BIGINT GENERATED ALWAYS AS IDENTITY,
  case_number  VARCHAR(13)   NOT NULL,
  kind         VARCHAR(60)   NOT NULL,
  body         VARCHAR(4000) NOT NULL,
  confidential BOOLEAN       NOT NULL,
  recorded_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  recorded_by  VARCHAR(255)  NOT NULL,
  CONSTRAINT timeline_note_pk PRIMARY KEY (id),
  CONSTRAINT timeline_note_case FOREIGN KEY (case_number) REFERENCES case_file (case_number),
  CONSTRAINT timeline_note_kind_given CHECK (TRIM(kind) <> '' AND kind = UPPER(kind)),
  CONSTRAINT timeline_note_body_given CHECK (TRIM(body) <> '')
);
CREATE INDEX timeline_note_of_case ON timeline_note (case_number);
COMMENT ON TABLE timeline_note IS 'What happened in a case and has no table of its own';
COMMENT ON COLUMN timeline_note.id IS 'Identity';
COMMENT ON COLUMN timeline_note.case_number IS 'The case';
COMMENT ON COLUMN timeline_note.kind IS 'What happened, in capitals: CASE_MANAGER_ASSIGNED';
COMMENT ON COLUMN timeline_note.body IS 'One readable sentence';
COMMENT ON COLUMN timeline_note.confidential IS 'For those only who may see penalty work';
COMMENT ON COLUMN timeline_note.recorded_at IS 'When it was recorded';
COMMENT ON COLUMN timeline_note.recorded_by IS 'Who recorded it';

CREATE TABLE audit_trail (
  id         BIGINT GENERATED ALWAYS AS IDENTITY,
  changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor      VARCHAR(255) NOT NULL,
  table_name VARCHAR(63)  NOT NULL,
  row_key    VARCHAR(255) NOT NULL,
  operation  VARCHAR(6)   NOT NULL,
  row_before VARCHAR(1000000),
  row_after  VARCHAR(1000000),
  CONSTRAINT audit_trail_pk PRIMARY KEY (id),
  CONSTRAINT audit_trail_operation CHECK (
    (operation = 'INSERT' AND row_before IS NULL AND row_after IS NOT NULL)
    OR (operation = 'UPDATE' AND row_before IS NOT NULL AND row_after IS NOT NULL)
    OR (operation = 'DELETE' AND row_before IS NOT NULL AND row_after IS NULL))
);
CREATE INDEX audit_trail_of_row ON audit_trail (table_name, row_key);
COMMENT ON TABLE audit_trail IS 'Every change of every row of the record; written by triggers alone, and never changed';
COMMENT ON COLUMN audit_trail.id IS 'Identity, in the order of the changes';
COMMENT ON COLUMN audit_trail.changed_at IS 'When, by the clock of the database';
COMMENT ON COLUMN audit_trail.actor IS 'Who: user id; system for the engine; database:<role> for a connection that is not the application''s';
COMMENT ON COLUMN audit_trail.table_name IS 'Table of the changed row';
COMMENT ON COLUMN audit_trail.row_key IS 'Its primary key; the parts joined by /';
COMMENT ON COLUMN audit_trail.operation IS 'INSERT, UPDATE or DELETE';
COMMENT ON COLUMN audit_trail.row_before IS 'The row before the change, as JSON';
COMMENT ON COLUMN audit_trail.row_after IS 'The row after the change, as JSON';
