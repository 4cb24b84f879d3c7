-- An individual's request for a hearing needs no signature of an official (10 CSR 60-6.040(3)(C)).
ALTER TABLE hearing_request ADD COLUMN individual BOOLEAN DEFAULT FALSE NOT NULL;
COMMENT ON COLUMN hearing_request.individual IS 'Whether an individual requests, and not an organization or other entity; false of what was recorded before that was asked';
COMMENT ON COLUMN hearing_request.signed IS 'Whether a responsible official of an organization or other entity signed the request';

-- A table that gets a column is copied, and its trigger remembers the name of the copy: made anew.
DROP TRIGGER hearing_request_audit;
CREATE TRIGGER hearing_request_audit AFTER INSERT, UPDATE, DELETE ON hearing_request FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
