-- Lists searched true descriptions and labels, so that who sees masks could guess what stands behind them. What is shown is not known to
-- the database: the server masks it once it runs. Until then these profiles are not found by it.
ALTER TABLE "profiles" ADD COLUMN "shown_description" TEXT DEFAULT '', ADD COLUMN "shown_tags" TEXT[] DEFAULT ARRAY[]::TEXT[];
UPDATE "profiles" SET "shown_description" = NULL WHERE "description" <> '' OR "labels" <> '{}';
