ALTER TABLE "team_members" ADD COLUMN "by_provider" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "sso_settings" ADD COLUMN "syncs_teams" BOOLEAN NOT NULL DEFAULT false;
