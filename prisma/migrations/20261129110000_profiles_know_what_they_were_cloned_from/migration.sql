-- Null for what is no clone, and for clones of before.
ALTER TABLE "profiles" ADD COLUMN "cloned_from_uid" CHAR(24);
