CREATE TABLE "idempotency_keys" (
    "digest" BYTEA NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "claim" TEXT NOT NULL,
    "leased_until" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER,
    "body" BYTEA,
    "audit_uid" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("digest")
);

CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");
