ALTER TABLE "tenants" ADD COLUMN "keeps_published" BOOLEAN NOT NULL DEFAULT false;
