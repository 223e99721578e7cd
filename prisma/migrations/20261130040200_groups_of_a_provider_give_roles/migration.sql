ALTER TABLE "sso_settings" ADD COLUMN "group_roles" TEXT NOT NULL DEFAULT '[]';
