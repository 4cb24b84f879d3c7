CREATE TRIGGER document_service_audit AFTER INSERT, UPDATE, DELETE ON document_service FOR EACH ROW CALL 'org.abate.casefile.internal.AuditTrigger';
CREATE TRIGGER document_service_permanent BEFORE UPDATE, DELETE ON document_service FOR EACH ROW CALL 'org.abate.casefile.internal.PermanenceTrigger';
