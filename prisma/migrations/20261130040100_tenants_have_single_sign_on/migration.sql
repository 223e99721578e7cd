CREATE TABLE "sso_settings" (
  "uid" CHAR(24) NOT NULL,
  "tenant_uid" CHAR(24) NOT NULL,
  "is_enabled" BOOLEAN NOT NULL DEFAULT false,
  "issuer" TEXT NOT NULL,
  "client_id" TEXT NOT NULL,
  "client_secret" BYTEA,
  "scopes" TEXT[],
  "email_claim" TEXT NOT NULL,
  "first_name_claim" TEXT NOT NULL,
  "last_name_claim" TEXT NOT NULL,
  "groups_claim" TEXT NOT NULL,
  "domains" TEXT[],
  "uses_user_info" BOOLEAN NOT NULL DEFAULT false,
  "ca" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "sso_settings_pkey" PRIMARY KEY ("uid")
);
CREATE UNIQUE INDEX "sso_settings_tenant_uid_key" ON "sso_settings"("tenant_uid");

CREATE TABLE "sso_identities" (
  "uid" CHAR(24) NOT NULL,
  "tenant_uid" CHAR(24) NOT NULL,
  "issuer" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "user_uid" CHAR(24) NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "sso_identities_pkey" PRIMARY KEY ("uid")
);
CREATE UNIQUE INDEX "sso_identities_tenant_uid_issuer_subject_key" ON "sso_identities"("tenant_uid", "issuer", "subject");
CREATE INDEX "sso_identities_user_uid_idx" ON "sso_identities"("user_uid");
ALTER TABLE "sso_identities" ADD CONSTRAINT "sso_identities_user_uid_fkey"
  FOREIGN KEY ("user_uid") REFERENCES "users"("uid") ON DELETE CASCADE ON UPDATE CASCADE;
