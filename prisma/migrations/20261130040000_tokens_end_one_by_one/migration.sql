-- A token belongs to a session of its own, as a browser does, and ends with it: one by one, and listed with where it was made.
-- Tokens from before, which lived for 15 minutes, end.
ALTER TABLE "sessions"
  ADD COLUMN "uid" CHAR(24) NOT NULL DEFAULT substr(replace(gen_random_uuid()::text, '-', ''), 1, 24),
  ADD COLUMN "address" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "user_agent" TEXT NOT NULL DEFAULT '';
ALTER TABLE "sessions" DROP CONSTRAINT "sessions_pkey";
ALTER TABLE "sessions"
  ALTER COLUMN "uid" DROP DEFAULT,
  ALTER COLUMN "token_hash" DROP NOT NULL,
  ADD CONSTRAINT "sessions_pkey" PRIMARY KEY ("uid");
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");
ALTER TABLE "users" DROP COLUMN "token_version";
