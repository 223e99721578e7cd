-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "tenants" (
    "uid" CHAR(24) NOT NULL,
    "name" TEXT NOT NULL,
    "colour" TEXT NOT NULL DEFAULT 'blue',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenants_pkey" PRIMARY KEY ("uid")
);

-- CreateTable
CREATE TABLE "projects" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "projects_pkey" PRIMARY KEY ("uid")
);

-- CreateTable
CREATE TABLE "users" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "email" TEXT NOT NULL,
    "first_name" TEXT NOT NULL DEFAULT '',
    "last_name" TEXT NOT NULL DEFAULT '',
    "password_hash" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("uid")
);

-- CreateTable
CREATE TABLE "role_bindings" (
    "user_uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "scope_uid" CHAR(24) NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "role_bindings_pkey" PRIMARY KEY ("user_uid","scope_uid","role")
);

-- CreateTable
CREATE TABLE "sessions" (
    "token_hash" BYTEA NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "user_uid" CHAR(24) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "user_uid" CHAR(24) NOT NULL,
    "name" TEXT NOT NULL,
    "public_id" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("uid")
);

-- CreateTable
CREATE TABLE "rate_counters" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_counters_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "registries" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "provider_type" TEXT NOT NULL DEFAULT '',
    "endpoint" TEXT NOT NULL DEFAULT '',
    "scope" TEXT NOT NULL DEFAULT 'tenant',
    "is_private" BOOLEAN NOT NULL DEFAULT false,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "is_sync_supported" BOOLEAN NOT NULL DEFAULT true,
    "last_synced_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "registries_pkey" PRIMARY KEY ("uid")
);

-- CreateTable
CREATE TABLE "pack_versions" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "registry_uid" CHAR(24) NOT NULL,
    "name" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "version_key" TEXT NOT NULL,
    "layer" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "cloud_types" TEXT[],
    "addon_type" TEXT NOT NULL DEFAULT '',
    "addon_sub_type" TEXT NOT NULL DEFAULT '',
    "group" TEXT NOT NULL DEFAULT '',
    "annotations" TEXT NOT NULL DEFAULT '{}',
    "values" TEXT NOT NULL DEFAULT '',
    "values_digest" TEXT NOT NULL,
    "schema" TEXT NOT NULL DEFAULT '',
    "presets" TEXT NOT NULL DEFAULT '',
    "readme" TEXT NOT NULL DEFAULT '',
    "constraints" TEXT NOT NULL DEFAULT '{}',
    "digest" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pack_versions_pkey" PRIMARY KEY ("uid")
);

-- CreateTable
CREATE TABLE "profiles" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "scope" TEXT NOT NULL,
    "scope_uid" CHAR(24) NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "version_key" TEXT NOT NULL,
    "is_newest" BOOLEAN NOT NULL DEFAULT true,
    "type" TEXT NOT NULL,
    "cloud_type" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "labels" TEXT NOT NULL DEFAULT '{}',
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_published" BOOLEAN NOT NULL DEFAULT false,
    "is_invalid" BOOLEAN NOT NULL DEFAULT false,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "profiles_pkey" PRIMARY KEY ("uid")
);

-- CreateTable
CREATE TABLE "layers" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "profile_uid" CHAR(24) NOT NULL,
    "stage" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "layer" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "tag" TEXT,
    "pack_uid" TEXT NOT NULL DEFAULT '',
    "registry_uid" TEXT NOT NULL DEFAULT '',
    "registry_ref" TEXT NOT NULL DEFAULT '',
    "values" BYTEA,
    "inspection" BYTEA,
    "schema_digest" TEXT NOT NULL DEFAULT '',
    "is_invalid" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "layers_pkey" PRIMARY KEY ("uid")
);

-- CreateTable
CREATE TABLE "manifests" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "layer_uid" CHAR(24) NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "inspection" BYTEA,

    CONSTRAINT "manifests_pkey" PRIMARY KEY ("uid")
);

-- CreateTable
CREATE TABLE "variables" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "profile_uid" CHAR(24) NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "is_sensitive" BOOLEAN NOT NULL,
    "definition" BYTEA NOT NULL,

    CONSTRAINT "variables_pkey" PRIMARY KEY ("uid")
);

-- CreateTable
CREATE TABLE "macros" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "scope" TEXT NOT NULL,
    "scope_uid" CHAR(24) NOT NULL,
    "name" TEXT NOT NULL,
    "value" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "macros_pkey" PRIMARY KEY ("uid")
);

-- CreateTable
CREATE TABLE "macro_uses" (
    "profile_uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "macro_name" TEXT NOT NULL,

    CONSTRAINT "macro_uses_pkey" PRIMARY KEY ("profile_uid","macro_name")
);

-- CreateTable
CREATE TABLE "import_records" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "profile_uid" CHAR(24) NOT NULL,
    "user_uid" CHAR(24) NOT NULL,
    "user_email" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_bytes" INTEGER NOT NULL,
    "file_digest" TEXT NOT NULL,
    "decisions" TEXT NOT NULL,
    "created" TEXT NOT NULL,
    "warnings" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_records_pkey" PRIMARY KEY ("uid")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "project_uid" TEXT NOT NULL DEFAULT '',
    "actor_uid" TEXT NOT NULL,
    "actor_email" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "resource_kind" TEXT NOT NULL,
    "resource_uid" TEXT NOT NULL,
    "resource_name" TEXT NOT NULL,
    "details" TEXT NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("uid")
);

-- CreateIndex
CREATE UNIQUE INDEX "tenants_name_key" ON "tenants"("name");

-- CreateIndex
CREATE UNIQUE INDEX "projects_tenant_uid_name_key" ON "projects"("tenant_uid", "name");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "users_tenant_uid_idx" ON "users"("tenant_uid");

-- CreateIndex
CREATE INDEX "sessions_user_uid_idx" ON "sessions"("user_uid");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_public_id_key" ON "api_keys"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_user_uid_name_key" ON "api_keys"("user_uid", "name");

-- CreateIndex
CREATE INDEX "rate_counters_window_start_idx" ON "rate_counters"("window_start");

-- CreateIndex
CREATE UNIQUE INDEX "registries_tenant_uid_name_key" ON "registries"("tenant_uid", "name");

-- CreateIndex
CREATE INDEX "pack_versions_tenant_uid_name_version_idx" ON "pack_versions"("tenant_uid", "name", "version");

-- CreateIndex
CREATE INDEX "pack_versions_tenant_uid_name_version_key_idx" ON "pack_versions"("tenant_uid", "name", "version_key" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "pack_versions_registry_uid_name_version_key" ON "pack_versions"("registry_uid", "name", "version");

-- CreateIndex
CREATE INDEX "profiles_tenant_uid_scope_uid_is_newest_name_idx" ON "profiles"("tenant_uid", "scope_uid", "is_newest", "name");

-- CreateIndex
CREATE INDEX "profiles_tenant_uid_scope_uid_is_newest_modified_at_idx" ON "profiles"("tenant_uid", "scope_uid", "is_newest", "modified_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "profiles_scope_uid_name_version_key" ON "profiles"("scope_uid", "name", "version");

-- CreateIndex
CREATE INDEX "layers_pack_uid_idx" ON "layers"("pack_uid");

-- CreateIndex
CREATE UNIQUE INDEX "layers_profile_uid_stage_position_key" ON "layers"("profile_uid", "stage", "position");

-- CreateIndex
CREATE UNIQUE INDEX "manifests_layer_uid_position_key" ON "manifests"("layer_uid", "position");

-- CreateIndex
CREATE UNIQUE INDEX "variables_profile_uid_name_key" ON "variables"("profile_uid", "name");

-- CreateIndex
CREATE UNIQUE INDEX "macros_scope_scope_uid_name_key" ON "macros"("scope", "scope_uid", "name");

-- CreateIndex
CREATE INDEX "macro_uses_tenant_uid_macro_name_idx" ON "macro_uses"("tenant_uid", "macro_name");

-- CreateIndex
CREATE INDEX "import_records_profile_uid_idx" ON "import_records"("profile_uid");

-- CreateIndex
CREATE INDEX "audit_events_tenant_uid_at_idx" ON "audit_events"("tenant_uid", "at" DESC);

-- AddForeignKey
ALTER TABLE "role_bindings" ADD CONSTRAINT "role_bindings_user_uid_fkey" FOREIGN KEY ("user_uid") REFERENCES "users"("uid") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_uid_fkey" FOREIGN KEY ("user_uid") REFERENCES "users"("uid") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_user_uid_fkey" FOREIGN KEY ("user_uid") REFERENCES "users"("uid") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_versions" ADD CONSTRAINT "pack_versions_registry_uid_fkey" FOREIGN KEY ("registry_uid") REFERENCES "registries"("uid") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "layers" ADD CONSTRAINT "layers_profile_uid_fkey" FOREIGN KEY ("profile_uid") REFERENCES "profiles"("uid") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manifests" ADD CONSTRAINT "manifests_layer_uid_fkey" FOREIGN KEY ("layer_uid") REFERENCES "layers"("uid") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variables" ADD CONSTRAINT "variables_profile_uid_fkey" FOREIGN KEY ("profile_uid") REFERENCES "profiles"("uid") ON DELETE CASCADE ON UPDATE CASCADE;
