-- What a pack declares to be secret stays known to the layers that use it, whatever becomes of its registry.
CREATE TABLE "kept_grounds" (
  "pack_uid" CHAR(24) NOT NULL,
  "tenant_uid" CHAR(24) NOT NULL,
  "schema" TEXT NOT NULL,
  "values" TEXT NOT NULL,
  "grounds_digest" TEXT NOT NULL,
  CONSTRAINT "kept_grounds_pkey" PRIMARY KEY ("pack_uid")
);

CREATE FUNCTION keep_pack_grounds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO kept_grounds (pack_uid, tenant_uid, schema, values, grounds_digest)
  SELECT OLD.uid, OLD.tenant_uid, OLD.schema, OLD.values, OLD.grounds_digest
  WHERE EXISTS (SELECT FROM layers WHERE pack_uid = OLD.uid AND tenant_uid = OLD.tenant_uid)
  ON CONFLICT (pack_uid) DO NOTHING;
  RETURN OLD;
END $$;

CREATE TRIGGER keep_pack_grounds BEFORE DELETE ON "pack_versions"
  FOR EACH ROW EXECUTE FUNCTION keep_pack_grounds();
