-- A claim whose process is known to be gone is free at once and not only when its lease ends.
ALTER TABLE "idempotency_keys" ADD COLUMN "holder" INTEGER;
