-- What stood beside an answer in its header Waybill-Warnings stands beside a repeat of it too.
ALTER TABLE "idempotency_keys" ADD COLUMN "warnings" TEXT NOT NULL DEFAULT '';
