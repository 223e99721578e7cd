-- Who changed a profile last is read with it, past all exports since. An index that begins with the tenant would be tempting to questions
-- that it does not answer (see the migration before).
CREATE INDEX "audit_events_changes_of_profiles_idx" ON "audit_events"("resource_uid", "at" DESC, "uid" DESC)
  WHERE "resource_kind" = 'clusterprofile' AND "action" IN ('create', 'update', 'publish', 'import');
