-- One tenant can neither take an address from another nor learn that another has it.
CREATE UNIQUE INDEX "users_tenant_uid_email_key" ON "users"("tenant_uid", "email");
CREATE INDEX "users_email_idx" ON "users"("email");
DROP INDEX "users_email_key";
DROP INDEX "users_tenant_uid_idx";
-- Tokens of before are refused once it grows; links by which a password is set work once.
ALTER TABLE "users"
  ADD COLUMN "token_version" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "reset_token_hash" BYTEA,
  ADD COLUMN "reset_expires_at" TIMESTAMPTZ(3);
CREATE UNIQUE INDEX "users_reset_token_hash_key" ON "users"("reset_token_hash");
