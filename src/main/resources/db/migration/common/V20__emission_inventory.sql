-- The emission inventory of each year (Manual 3.1): which sources owe questionnaire and fee, what has come in, the late
-- invoices, the list of sources in noncompliance, and the case that each of these became.
CREATE TABLE inventory_year (
  inventory_year    INTEGER      NOT NULL,
  status            VARCHAR(10)  NOT NULL,
  submissions_due_on DATE        NOT NULL,
  late_invoices_on  DATE         NOT NULL,
  list_on           DATE         NOT NULL,
  last_invoice      INTEGER      NOT NULL,
  invoices_begun_at TIMESTAMP WITH TIME ZONE,
  invoices_sent_at  TIMESTAMP WITH TIME ZONE,
  listed_on         DATE,
  begun_at          TIMESTAMP WITH TIME ZONE NOT NULL,
  begun_by          VARCHAR(255) NOT NULL,
  ended_at          TIMESTAMP WITH TIME ZONE,
  ended_by          VARCHAR(255),
  cancel_reason     VARCHAR(4000),
  CONSTRAINT inventory_year_pk PRIMARY KEY (inventory_year),
  CONSTRAINT inventory_year_four_digits CHECK (inventory_year BETWEEN 1970 AND 9999),
  CONSTRAINT inventory_year_status_known CHECK (status IN ('OPEN', 'CLOSED', 'CANCELLED')),
  CONSTRAINT inventory_year_open_or_ended CHECK ((status = 'OPEN' AND ended_at IS NULL AND ended_by IS NULL)
    OR (status <> 'OPEN' AND ended_at IS NOT NULL AND ended_by IS NOT NULL)),
  CONSTRAINT inventory_year_cancelled_for_a_reason CHECK (
    (status = 'CANCELLED' AND TRIM(COALESCE(cancel_reason, '')) <> '') OR (status <> 'CANCELLED' AND cancel_reason IS NULL)),
  CONSTRAINT inventory_year_days_in_order CHECK (submissions_due_on < late_invoices_on AND late_invoices_on < list_on),
  CONSTRAINT inventory_year_invoices_counted CHECK (last_invoice >= 0),
  CONSTRAINT inventory_year_invoices_begun_before_sent CHECK (invoices_sent_at IS NULL OR invoices_begun_at IS NOT NULL)
);
COMMENT ON TABLE inventory_year IS 'The emission inventory of a year, and how far it has come (Manual 3.1)';
COMMENT ON COLUMN inventory_year.inventory_year IS 'The year in which questionnaires and fees are due';
COMMENT ON COLUMN inventory_year.status IS 'OPEN, CLOSED when all is done, or CANCELLED';
COMMENT ON COLUMN inventory_year.submissions_due_on IS 'Last day for questionnaire and fee, as the diagram had it when the year began';
COMMENT ON COLUMN inventory_year.late_invoices_on IS 'Day from which late invoices go out, likewise';
COMMENT ON COLUMN inventory_year.list_on IS 'Day on which the list of sources in noncompliance is submitted, likewise';
COMMENT ON COLUMN inventory_year.last_invoice IS 'The last late invoice number given in the year; 0 before the first';
COMMENT ON COLUMN inventory_year.invoices_begun_at IS 'When the first late invoices went out; null before';
COMMENT ON COLUMN inventory_year.invoices_sent_at IS 'When no late invoice was left to send; null before';
COMMENT ON COLUMN inventory_year.listed_on IS 'Day on which the list was submitted; null before';
COMMENT ON COLUMN inventory_year.begun_at IS 'When the year was begun here';
COMMENT ON COLUMN inventory_year.begun_by IS 'Who began it';
COMMENT ON COLUMN inventory_year.ended_at IS 'When it was closed or cancelled; null while it is open';
COMMENT ON COLUMN inventory_year.ended_by IS 'Who closed or cancelled it';
COMMENT ON COLUMN inventory_year.cancel_reason IS 'Why it was cancelled';

CREATE TABLE inventory_document (
  id             BIGINT GENERATED ALWAYS AS IDENTITY,
  inventory_year INTEGER      NOT NULL,
  kind           VARCHAR(60)  NOT NULL,
  title          VARCHAR(300) NOT NULL,
  addressee      VARCHAR(800) NOT NULL,
  created_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  created_by     VARCHAR(255) NOT NULL,
  sent_at        TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT inventory_document_pk PRIMARY KEY (id),
  CONSTRAINT inventory_document_year FOREIGN KEY (inventory_year) REFERENCES inventory_year (inventory_year),
  CONSTRAINT inventory_document_kind_known CHECK (kind IN ('LATE_INVOICE', 'NONCOMPLIANT_SOURCES')),
  CONSTRAINT inventory_document_title_given CHECK (TRIM(title) <> ''),
  CONSTRAINT inventory_document_addressee_given CHECK (TRIM(addressee) <> '')
);
CREATE INDEX inventory_document_of_year ON inventory_document (inventory_year, kind);
COMMENT ON TABLE inventory_document IS 'Late invoices and lists of an inventory year; a row never changes and is never deleted';
COMMENT ON COLUMN inventory_document.id IS 'Identity';
COMMENT ON COLUMN inventory_document.inventory_year IS 'The year';
COMMENT ON COLUMN inventory_document.kind IS 'LATE_INVOICE or NONCOMPLIANT_SOURCES';
COMMENT ON COLUMN inventory_document.title IS 'Title for people';
COMMENT ON COLUMN inventory_document.addressee IS 'Name and address it was sent to';
COMMENT ON COLUMN inventory_document.created_at IS 'When it was filed';
COMMENT ON COLUMN inventory_document.created_by IS 'Who filed it';
COMMENT ON COLUMN inventory_document.sent_at IS 'When it was sent';

CREATE TABLE inventory_source (
  id                        BIGINT GENERATED ALWAYS AS IDENTITY,
  inventory_year            INTEGER      NOT NULL,
  source                    VARCHAR(40)  NOT NULL,
  facility_name             VARCHAR(200) NOT NULL,
  facility_address          VARCHAR(500) NOT NULL,
  county                    VARCHAR(60)  NOT NULL,
  region                    VARCHAR(100) NOT NULL,
  owner_name                VARCHAR(200),
  owner_address             VARCHAR(500),
  fee_due                   NUMERIC(14, 2),
  questionnaire_received_on DATE,
  fee_received_on           DATE,
  struck_on                 DATE,
  struck_reason             VARCHAR(4000),
  invoice_number            INTEGER,
  invoice_document_id       BIGINT,
  invoice_sent_on           DATE,
  invoice_received_on       DATE,
  listed                    BOOLEAN      NOT NULL,
  case_number               VARCHAR(13),
  recorded_at               TIMESTAMP WITH TIME ZONE NOT NULL,
  recorded_by               VARCHAR(255) NOT NULL,
  CONSTRAINT inventory_source_pk PRIMARY KEY (id),
  CONSTRAINT inventory_source_year FOREIGN KEY (inventory_year) REFERENCES inventory_year (inventory_year),
  CONSTRAINT inventory_source_once_a_year UNIQUE (inventory_year, source),
  CONSTRAINT inventory_source_invoice_number_once UNIQUE (inventory_year, invoice_number),
  CONSTRAINT inventory_source_invoice_once UNIQUE (invoice_document_id),
  CONSTRAINT inventory_source_case_once UNIQUE (case_number),
  CONSTRAINT inventory_source_invoice FOREIGN KEY (invoice_document_id) REFERENCES inventory_document (id),
  CONSTRAINT inventory_source_case FOREIGN KEY (case_number) REFERENCES case_file (case_number),
  CONSTRAINT inventory_source_given CHECK (TRIM(source) <> '' AND source = UPPER(source)),
  CONSTRAINT inventory_source_facility_given CHECK (TRIM(facility_name) <> '' AND TRIM(facility_address) <> ''
    AND TRIM(county) <> '' AND TRIM(region) <> ''),
  CONSTRAINT inventory_source_owner_with_address CHECK ((owner_name IS NULL AND owner_address IS NULL)
    OR (TRIM(COALESCE(owner_name, '')) <> '' AND TRIM(COALESCE(owner_address, '')) <> '')),
  CONSTRAINT inventory_source_fee CHECK (fee_due >= 0),
  CONSTRAINT inventory_source_struck_for_a_reason CHECK ((struck_on IS NULL AND struck_reason IS NULL)
    OR (struck_on IS NOT NULL AND TRIM(COALESCE(struck_reason, '')) <> '')),
  CONSTRAINT inventory_source_invoice_whole CHECK (
    (invoice_number IS NULL AND invoice_document_id IS NULL AND invoice_sent_on IS NULL AND invoice_received_on IS NULL)
    OR (invoice_number >= 1 AND invoice_document_id IS NOT NULL AND invoice_sent_on IS NOT NULL)),
  CONSTRAINT inventory_source_invoice_received_once_sent CHECK (invoice_received_on >= invoice_sent_on),
  CONSTRAINT inventory_source_case_of_a_listed_one CHECK (case_number IS NULL OR listed)
);
CREATE INDEX inventory_source_of_facility ON inventory_source (inventory_year, facility_name);
COMMENT ON TABLE inventory_source IS 'The sources that owe an emission inventory questionnaire and fees in a year; each once';
COMMENT ON COLUMN inventory_source.id IS 'Identity';
COMMENT ON COLUMN inventory_source.inventory_year IS 'The year';
COMMENT ON COLUMN inventory_source.source IS 'Air installation number, in capitals';
COMMENT ON COLUMN inventory_source.facility_name IS 'The facility';
COMMENT ON COLUMN inventory_source.facility_address IS 'Where it is';
COMMENT ON COLUMN inventory_source.county IS 'Missouri county, or the City of St. Louis';
COMMENT ON COLUMN inventory_source.region IS 'Regional office of the department in charge';
COMMENT ON COLUMN inventory_source.owner_name IS 'Who answers for the source; null while unknown';
COMMENT ON COLUMN inventory_source.owner_address IS 'Where the owner''s letters go';
COMMENT ON COLUMN inventory_source.fee_due IS 'Emission fee in dollars, as the unit gave it; null where the questionnaire determines it';
COMMENT ON COLUMN inventory_source.questionnaire_received_on IS 'Day the questionnaire came in; null while it is missing';
COMMENT ON COLUMN inventory_source.fee_received_on IS 'Day the fee was paid; null while it is missing';
COMMENT ON COLUMN inventory_source.struck_on IS 'Day the source was taken off the year''s list; null for most';
COMMENT ON COLUMN inventory_source.struck_reason IS 'Why it was taken off: closed, not required to report';
COMMENT ON COLUMN inventory_source.invoice_number IS 'Number of its late invoice within the year; null where none was sent';
COMMENT ON COLUMN inventory_source.invoice_document_id IS 'The letter with the late invoice';
COMMENT ON COLUMN inventory_source.invoice_sent_on IS 'Date of that letter';
COMMENT ON COLUMN inventory_source.invoice_received_on IS 'Day the certified letter was received, once that is known; questionnaire and payment were due then';
COMMENT ON COLUMN inventory_source.listed IS 'Whether it is on the list of sources in noncompliance that was submitted';
COMMENT ON COLUMN inventory_source.case_number IS 'The enforcement case opened for it; null before';
COMMENT ON COLUMN inventory_source.recorded_at IS 'When it was listed here';
COMMENT ON COLUMN inventory_source.recorded_by IS 'Who listed it';
