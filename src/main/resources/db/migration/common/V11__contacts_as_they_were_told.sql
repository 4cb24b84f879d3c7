-- A contact whose length nobody has told is no contact of no time; and its kind is one of the manual's (Manual 3, Activities).
-- What was written freely before is kept: as the kind that it names, else in front of the note.
ALTER TABLE contact ALTER COLUMN minutes DROP NOT NULL;

UPDATE contact SET kind = CASE UPPER(kind)
    WHEN 'CALL' THEN 'TELEPHONE' WHEN 'PHONE' THEN 'TELEPHONE' WHEN 'TELEPHONE CALL' THEN 'TELEPHONE'
    WHEN 'E-MAIL' THEN 'EMAIL' WHEN 'SITE VISIT' THEN 'VISIT' WHEN 'OFFER TO MEET' THEN 'OFFER_TO_MEET'
    ELSE UPPER(kind) END
  WHERE UPPER(kind) IN ('CALL', 'PHONE', 'TELEPHONE CALL', 'E-MAIL', 'SITE VISIT', 'OFFER TO MEET', 'EMAIL', 'LETTER',
    'MEETING', 'VISIT', 'INSPECTION');
UPDATE contact SET note = SUBSTRING(kind || COALESCE('. ' || note, ''), 1, 4000), kind = 'OTHER'
  WHERE kind NOT IN ('TELEPHONE', 'EMAIL', 'LETTER', 'MEETING', 'VISIT', 'COMPLIANCE_ASSISTANCE_VISIT', 'INSPECTION',
    'OFFER_TO_MEET', 'REQUEST_FOR_INFORMATION', 'REPORT', 'OTHER');

ALTER TABLE contact ADD CONSTRAINT contact_kind_known CHECK (kind IN ('TELEPHONE', 'EMAIL', 'LETTER', 'MEETING', 'VISIT',
  'COMPLIANCE_ASSISTANCE_VISIT', 'INSPECTION', 'OFFER_TO_MEET', 'REQUEST_FOR_INFORMATION', 'REPORT', 'OTHER'));
COMMENT ON COLUMN contact.kind IS 'TELEPHONE, EMAIL, LETTER, MEETING, VISIT, INSPECTION, OFFER_TO_MEET, ...';
COMMENT ON COLUMN contact.minutes IS 'Staff time in minutes; null where nobody has said how long';
