-- Who was never here and has a password is not somebody who was invited: the hash of a password that nobody knows looks like any other. Of
-- those who are here already it is sure of those alone who never came and whose link waits to be used, or did until it expired.
ALTER TABLE "users" ADD COLUMN "has_password" BOOLEAN NOT NULL DEFAULT true;

UPDATE "users" SET "has_password" = false WHERE "last_seen_at" IS NULL AND "reset_token_hash" IS NOT NULL;
