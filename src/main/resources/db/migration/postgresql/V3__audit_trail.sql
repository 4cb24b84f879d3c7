-- The audit trail: each table's changes are written by a trigger, in the transaction of the change.

CREATE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb;
  after  jsonb;
  key    text;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    before := to_jsonb(OLD);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    after := to_jsonb(NEW);
  END IF;
  SELECT string_agg(coalesce(after, before) ->> part, '/') INTO key FROM unnest(TG_ARGV) AS part;
  INSERT INTO audit_trail (changed_at, actor, table_name, row_key, operation, row_before, row_after)
  VALUES (clock_timestamp(), coalesce(nullif(current_setting('abate.actor', true), ''), 'database:' || session_user),
    TG_TABLE_NAME, key, TG_OP, before, after);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION audit_change() IS 'Writes a change to the audit trail; its arguments are the columns of the primary key';

CREATE FUNCTION audit_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_trail (changed_at, actor, table_name, row_key, operation, row_after)
  VALUES (clock_timestamp(), coalesce(nullif(current_setting('abate.actor', true), ''), 'database:' || session_user),
    TG_TABLE_NAME, NEW.document_id, TG_OP, jsonb_build_object('document_id', NEW.document_id,
      'bytes', length(NEW.content), 'sha256', encode(sha256(NEW.content), 'hex')));
  RETURN NULL;
END $$;
COMMENT ON FUNCTION audit_content() IS 'Writes size and fingerprint of a filed PDF to the audit trail, not the PDF again';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is permanent: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
COMMENT ON FUNCTION refuse_change() IS 'Refuses what the record does not allow';

CREATE FUNCTION refuse_all_but_service() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.served_at IS NULL OR to_jsonb(NEW) - 'served_at' <> to_jsonb(OLD) - 'served_at' THEN
    RAISE EXCEPTION '% is permanent: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION refuse_all_but_service() IS 'A filed document may still be served, and nothing else';

CREATE TRIGGER facility_audit AFTER INSERT OR UPDATE OR DELETE ON facility FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER facility_identifier_audit AFTER INSERT OR UPDATE OR DELETE ON facility_identifier FOR EACH ROW EXECUTE FUNCTION audit_change('facility_id', 'kind');
CREATE TRIGGER responsible_party_audit AFTER INSERT OR UPDATE OR DELETE ON responsible_party FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER case_number_audit AFTER INSERT OR UPDATE OR DELETE ON case_number FOR EACH ROW EXECUTE FUNCTION audit_change('program', 'opening_year');
CREATE TRIGGER case_file_audit AFTER INSERT OR UPDATE OR DELETE ON case_file FOR EACH ROW EXECUTE FUNCTION audit_change('case_number');
CREATE TRIGGER violation_audit AFTER INSERT OR UPDATE OR DELETE ON violation FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER violation_observation_audit AFTER INSERT OR UPDATE OR DELETE ON violation_observation FOR EACH ROW EXECUTE FUNCTION audit_change('violation_id', 'observed_on');
CREATE TRIGGER contact_audit AFTER INSERT OR UPDATE OR DELETE ON contact FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER document_audit AFTER INSERT OR UPDATE OR DELETE ON document FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER document_content_audit AFTER INSERT ON document_content FOR EACH ROW EXECUTE FUNCTION audit_content();
CREATE TRIGGER assessment_audit AFTER INSERT OR UPDATE OR DELETE ON assessment FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER payment_audit AFTER INSERT OR UPDATE OR DELETE ON payment FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER timeline_note_audit AFTER INSERT OR UPDATE OR DELETE ON timeline_note FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- What never changes once it is written.
CREATE TRIGGER document_content_permanent BEFORE UPDATE OR DELETE ON document_content FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER assessment_permanent BEFORE UPDATE OR DELETE ON assessment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_trail_permanent BEFORE UPDATE OR DELETE ON audit_trail FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_permanent BEFORE DELETE ON document FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_served BEFORE UPDATE ON document FOR EACH ROW EXECUTE FUNCTION refuse_all_but_service();

-- Only the triggers above write to the audit trail.
CREATE TRIGGER audit_trail_by_triggers BEFORE INSERT ON audit_trail FOR EACH ROW WHEN (pg_trigger_depth() = 0)
  EXECUTE FUNCTION refuse_change();

-- TRUNCATE would pass by the triggers of the rows.
CREATE TRIGGER facility_not_truncated BEFORE TRUNCATE ON facility FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER facility_identifier_not_truncated BEFORE TRUNCATE ON facility_identifier FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER responsible_party_not_truncated BEFORE TRUNCATE ON responsible_party FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_number_not_truncated BEFORE TRUNCATE ON case_number FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_file_not_truncated BEFORE TRUNCATE ON case_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER violation_not_truncated BEFORE TRUNCATE ON violation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER violation_observation_not_truncated BEFORE TRUNCATE ON violation_observation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER contact_not_truncated BEFORE TRUNCATE ON contact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_not_truncated BEFORE TRUNCATE ON document FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_content_not_truncated BEFORE TRUNCATE ON document_content FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER assessment_not_truncated BEFORE TRUNCATE ON assessment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_not_truncated BEFORE TRUNCATE ON payment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER timeline_note_not_truncated BEFORE TRUNCATE ON timeline_note FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_trail_not_truncated BEFORE TRUNCATE ON audit_trail FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
