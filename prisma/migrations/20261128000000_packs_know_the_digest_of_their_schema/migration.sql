-- Every read of a profile compares what its layers were inspected with to the schemas of today: their digests are kept, not made
-- each time. Whoever writes packs (a sync, the demo) need not know.
ALTER TABLE "pack_versions" ADD COLUMN "schema_digest" TEXT NOT NULL DEFAULT '';

CREATE FUNCTION digest_pack_schema() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.schema_digest := encode(sha256(convert_to(NEW.schema, 'UTF8')), 'hex');
  RETURN NEW;
END $$;

CREATE TRIGGER digest_pack_schema BEFORE INSERT OR UPDATE OF "schema" ON "pack_versions"
  FOR EACH ROW EXECUTE FUNCTION digest_pack_schema();

-- What is here already.
UPDATE "pack_versions" SET "schema" = "schema";
