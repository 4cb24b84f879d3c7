-- The calendar of the commissions' meetings, kept by their liaison, and what is on their agendas (Manual 8.3).
CREATE TABLE commission_meeting (
  id          BIGINT GENERATED ALWAYS AS IDENTITY,
  commission  VARCHAR(40)  NOT NULL,
  meets_on    DATE         NOT NULL,
  place       VARCHAR(200) NOT NULL,
  recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
  recorded_by VARCHAR(255) NOT NULL,
  CONSTRAINT commission_meeting_pk PRIMARY KEY (id),
  CONSTRAINT commission_meeting_day_unique UNIQUE (commission, meets_on),
  CONSTRAINT commission_meeting_commission_known CHECK (commission IN ('AIR_CONSERVATION', 'CLEAN_WATER',
    'HAZARDOUS_WASTE_MANAGEMENT', 'LAND_RECLAMATION', 'SAFE_DRINKING_WATER')),
  CONSTRAINT commission_meeting_day CHECK (meets_on >= DATE '1970-01-01'),
  CONSTRAINT commission_meeting_place_given CHECK (TRIM(place) <> '')
);
COMMENT ON TABLE commission_meeting IS 'Meetings of the commissions; one that is cancelled is deleted, as long as no case is on its agenda';
COMMENT ON COLUMN commission_meeting.id IS 'Identity';
COMMENT ON COLUMN commission_meeting.commission IS 'Which commission meets: HAZARDOUS_WASTE_MANAGEMENT, ...';
COMMENT ON COLUMN commission_meeting.meets_on IS 'Day of the meeting';
COMMENT ON COLUMN commission_meeting.place IS 'Where it meets';
COMMENT ON COLUMN commission_meeting.recorded_at IS 'When it was entered';
COMMENT ON COLUMN commission_meeting.recorded_by IS 'Who entered it';

CREATE TABLE agenda_item (
  meeting_id  BIGINT       NOT NULL,
  case_number VARCHAR(13)  NOT NULL,
  recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
  recorded_by VARCHAR(255) NOT NULL,
  CONSTRAINT agenda_item_pk PRIMARY KEY (meeting_id, case_number),
  CONSTRAINT agenda_item_meeting FOREIGN KEY (meeting_id) REFERENCES commission_meeting (id),
  CONSTRAINT agenda_item_case FOREIGN KEY (case_number) REFERENCES case_file (case_number)
);
CREATE INDEX agenda_item_of_case ON agenda_item (case_number);
COMMENT ON TABLE agenda_item IS 'The cases on the agenda of a meeting';
COMMENT ON COLUMN agenda_item.meeting_id IS 'The meeting';
COMMENT ON COLUMN agenda_item.case_number IS 'The case whose referral is presented';
COMMENT ON COLUMN agenda_item.recorded_at IS 'When it was placed on the agenda';
COMMENT ON COLUMN agenda_item.recorded_by IS 'Who placed it';
