ALTER TABLE "users" ADD COLUMN "password_link_by" CHAR(24);
