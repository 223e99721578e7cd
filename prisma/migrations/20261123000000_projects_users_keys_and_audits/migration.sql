-- Labels and annotations come back as clients sent them.
ALTER TABLE "projects" ADD COLUMN "labels" TEXT NOT NULL DEFAULT '{}';
ALTER TABLE "projects" ADD COLUMN "annotations" TEXT NOT NULL DEFAULT '{}';

ALTER TABLE "users" ADD COLUMN "labels" TEXT NOT NULL DEFAULT '{}';
ALTER TABLE "users" ADD COLUMN "annotations" TEXT NOT NULL DEFAULT '{}';
ALTER TABLE "users" ADD COLUMN "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

ALTER TABLE "api_keys" ADD COLUMN "labels" TEXT NOT NULL DEFAULT '{}';
ALTER TABLE "api_keys" ADD COLUMN "annotations" TEXT NOT NULL DEFAULT '{}';
ALTER TABLE "api_keys" ADD COLUMN "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Audits are read newest first: of the tenant, a project, a user or a thing. The uid orders what happened in one millisecond.
ALTER TABLE "audit_events" ADD COLUMN "user_message" TEXT NOT NULL DEFAULT '';
DROP INDEX "audit_events_tenant_uid_at_idx";
CREATE INDEX "audit_events_tenant_uid_at_uid_idx" ON "audit_events"("tenant_uid", "at" DESC, "uid" DESC);
CREATE INDEX "audit_events_tenant_uid_project_uid_at_uid_idx" ON "audit_events"("tenant_uid", "project_uid", "at" DESC, "uid" DESC);
CREATE INDEX "audit_events_tenant_uid_actor_uid_at_uid_idx" ON "audit_events"("tenant_uid", "actor_uid", "at" DESC, "uid" DESC);
CREATE INDEX "audit_events_tenant_uid_resource_uid_at_uid_idx" ON "audit_events"("tenant_uid", "resource_uid", "at" DESC, "uid" DESC);

CREATE TABLE "tag_filters" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "scope" TEXT NOT NULL,
    "scope_uid" CHAR(24) NOT NULL,
    "name" TEXT NOT NULL,
    "labels" TEXT NOT NULL DEFAULT '{}',
    "annotations" TEXT NOT NULL DEFAULT '{}',
    "filter_group" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tag_filters_pkey" PRIMARY KEY ("uid")
);

CREATE UNIQUE INDEX "tag_filters_scope_uid_name_key" ON "tag_filters"("scope_uid", "name");
CREATE INDEX "tag_filters_tenant_uid_scope_uid_idx" ON "tag_filters"("tenant_uid", "scope_uid");
