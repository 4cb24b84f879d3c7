-- An individual's request for a hearing needs no signature of an official (10 CSR 60-6.040(3)(C)).
ALTER TABLE hearing_request ADD COLUMN individual BOOLEAN DEFAULT FALSE NOT NULL;
COMMENT ON COLUMN hearing_request.individual IS 'Whether an individual requests, and not an organization or other entity; false of what was recorded before that was asked';
COMMENT ON COLUMN hearing_request.signed IS 'Whether a responsible official of an organization or other entity signed the request';
