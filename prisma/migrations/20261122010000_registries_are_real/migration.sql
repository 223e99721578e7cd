ALTER TABLE "registries"
  ADD COLUMN "oci_type" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "base_path" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "base_content_path" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "default_region" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "auth_type" TEXT NOT NULL DEFAULT 'noAuth',
  ADD COLUMN "credentials" BYTEA,
  ADD COLUMN "labels" TEXT NOT NULL DEFAULT '{}',
  ADD COLUMN "annotations" TEXT NOT NULL DEFAULT '{}',
  ADD COLUMN "sync_mark" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

ALTER TABLE "pack_versions"
  ADD COLUMN "source_digest" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "location" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "is_content_read" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "description" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "eol" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

CREATE TABLE "registry_syncs" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "registry_uid" CHAR(24) NOT NULL,
    "active_key" TEXT,
    "state" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "is_forced" BOOLEAN NOT NULL DEFAULT false,
    "requested_by" TEXT NOT NULL DEFAULT '',
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "heartbeat_at" TIMESTAMPTZ(3),
    "cancel_requested_at" TIMESTAMPTZ(3),
    "expected" INTEGER NOT NULL DEFAULT 0,
    "found" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "removed" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL DEFAULT '',
    "failures" TEXT NOT NULL DEFAULT '[]',

    CONSTRAINT "registry_syncs_pkey" PRIMARY KEY ("uid")
);

CREATE UNIQUE INDEX "registry_syncs_active_key_key" ON "registry_syncs"("active_key");

CREATE INDEX "registry_syncs_registry_uid_requested_at_idx" ON "registry_syncs"("registry_uid", "requested_at" DESC);

ALTER TABLE "registry_syncs" ADD CONSTRAINT "registry_syncs_registry_uid_fkey" FOREIGN KEY ("registry_uid") REFERENCES "registries"("uid") ON DELETE CASCADE ON UPDATE CASCADE;
