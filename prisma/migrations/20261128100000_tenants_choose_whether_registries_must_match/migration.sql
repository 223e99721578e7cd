ALTER TABLE "tenants" ADD COLUMN "registries_must_match" BOOLEAN NOT NULL DEFAULT false;
