-- The audit trail: each table's changes are written by a trigger, in the transaction of the change.
-- The classes are part of the schema: a rename needs a migration.
CREATE TRIGGER facility_audit AFTER INSERT, UPDATE, DELETE ON facility FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER facility_identifier_audit AFTER INSERT, UPDATE, DELETE ON facility_identifier FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER responsible_party_audit AFTER INSERT, UPDATE, DELETE ON responsible_party FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER case_number_audit AFTER INSERT, UPDATE, DELETE ON case_number FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER case_file_audit AFTER INSERT, UPDATE, DELETE ON case_file FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER violation_audit AFTER INSERT, UPDATE, DELETE ON violation FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER violation_observation_audit AFTER INSERT, UPDATE, DELETE ON violation_observation FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER contact_audit AFTER INSERT, UPDATE, DELETE ON contact FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER document_audit AFTER INSERT, UPDATE, DELETE ON document FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER document_content_audit AFTER INSERT, UPDATE, DELETE ON document_content FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER assessment_audit AFTER INSERT, UPDATE, DELETE ON assessment FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER payment_audit AFTER INSERT, UPDATE, DELETE ON payment FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER timeline_note_audit AFTER INSERT, UPDATE, DELETE ON timeline_note FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';

-- What never changes once it is written; a document may still be served.
CREATE TRIGGER document_content_permanent BEFORE UPDATE, DELETE ON document_content FOR EACH ROW CALL 'org.abate.casefile.internal.PermanenceTrigger';
CREATE TRIGGER assessment_permanent BEFORE UPDATE, DELETE ON assessment FOR EACH ROW CALL 'org.abate.casefile.internal.PermanenceTrigger';
CREATE TRIGGER document_permanent BEFORE UPDATE, DELETE ON document FOR EACH ROW CALL 'org.abate.casefile.internal.PermanenceTrigger';
CREATE TRIGGER audit_trail_permanent BEFORE INSERT, UPDATE, DELETE ON audit_trail FOR EACH ROW CALL 'org.abate.casefile.internal.PermanenceTrigger';

-- TRUNCATE fires no trigger; the database refuses it for a table that a foreign key refers to, be it its own.
ALTER TABLE facility_identifier ADD CONSTRAINT facility_identifier_not_truncated FOREIGN KEY (facility_id, kind) REFERENCES facility_identifier (facility_id, kind);
ALTER TABLE violation_observation ADD CONSTRAINT violation_observation_not_truncated FOREIGN KEY (violation_id, observed_on) REFERENCES violation_observation (violation_id, observed_on);
ALTER TABLE contact ADD CONSTRAINT contact_not_truncated FOREIGN KEY (id) REFERENCES contact (id);
ALTER TABLE document_content ADD CONSTRAINT document_content_not_truncated FOREIGN KEY (document_id) REFERENCES document_content (document_id);
ALTER TABLE assessment ADD CONSTRAINT assessment_not_truncated FOREIGN KEY (id) REFERENCES assessment (id);
ALTER TABLE payment ADD CONSTRAINT payment_not_truncated FOREIGN KEY (id) REFERENCES payment (id);
ALTER TABLE timeline_note ADD CONSTRAINT timeline_note_not_truncated FOREIGN KEY (id) REFERENCES timeline_note (id);
ALTER TABLE audit_trail ADD CONSTRAINT audit_trail_not_truncated FOREIGN KEY (id) REFERENCES audit_trail (id);
