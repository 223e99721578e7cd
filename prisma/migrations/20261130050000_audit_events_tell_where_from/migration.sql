-- Where an event came from, and how it ended. Events of before know neither request nor address, but for failed sign-ins.
ALTER TABLE "audit_events" ADD COLUMN "outcome" TEXT NOT NULL DEFAULT 'succeeded';
ALTER TABLE "audit_events" ADD COLUMN "via" TEXT NOT NULL DEFAULT '';
ALTER TABLE "audit_events" ADD COLUMN "address" TEXT NOT NULL DEFAULT '';
ALTER TABLE "audit_events" ADD COLUMN "request_uid" TEXT NOT NULL DEFAULT '';
UPDATE "audit_events" SET "outcome" = 'refused', "address" = coalesce("details"::json ->> 'address', '')
WHERE "action" IN ('refuse', 'refuse-login');
UPDATE "audit_events" SET "outcome" = 'failed' WHERE "action" = 'sync' AND "details"::json ->> 'event' = 'failed';
CREATE INDEX "audit_events_tenant_uid_action_at_uid_idx" ON "audit_events"("tenant_uid", "action", "at" DESC, "uid" DESC);
CREATE INDEX "audit_events_tenant_uid_resource_kind_at_uid_idx" ON "audit_events"("tenant_uid", "resource_kind", "at" DESC, "uid" DESC);
CREATE INDEX "audit_events_tenant_uid_outcome_at_uid_idx" ON "audit_events"("tenant_uid", "outcome", "at" DESC, "uid" DESC);
CREATE INDEX "audit_events_tenant_uid_resource_name_at_uid_idx" ON "audit_events"("tenant_uid", "resource_name", "at" DESC, "uid" DESC);
