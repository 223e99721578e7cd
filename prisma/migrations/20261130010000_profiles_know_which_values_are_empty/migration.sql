-- What imports of before left empty stands in their records by path; whether it is empty still, the server finds out once it runs:
-- the texts are encrypted. Until then the count is unknown.
ALTER TABLE "profiles" ADD COLUMN "empty_count" INTEGER DEFAULT 0, ADD COLUMN "empty_values" BYTEA;
UPDATE "profiles" SET "empty_count" = NULL
  WHERE "uid" IN (SELECT "profile_uid" FROM "import_records" WHERE strpos("decisions", '"action":"leave-empty"') > 0);
