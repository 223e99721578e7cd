-- Version keys sort as their versions do in binary order alone; a database of the user's own may have any collation.
ALTER TABLE "pack_versions" ALTER COLUMN "version_key" TYPE TEXT COLLATE "C";
ALTER TABLE "profiles" ALTER COLUMN "version_key" TYPE TEXT COLLATE "C";
