ALTER TABLE "registry_syncs" ADD COLUMN "claim" TEXT NOT NULL DEFAULT '';
