-- Searching packs looks at one row a pack and registry instead of at all its versions. Whoever writes versions (a sync, the demo,
-- what marks removed ones) need not know: each statement ends by moving the mark, of the names alone that it touched.
ALTER TABLE "pack_versions" ADD COLUMN "is_newest" BOOLEAN NOT NULL DEFAULT false;

CREATE INDEX "pack_versions_tenant_uid_is_newest_name_idx" ON "pack_versions"("tenant_uid", "is_newest", "name");

CREATE INDEX "pack_versions_registry_uid_name_version_key_idx" ON "pack_versions"("registry_uid", "name", "version_key" DESC);

CREATE FUNCTION mark_newest_packs(registry_uids CHAR(24)[], names TEXT[]) RETURNS void LANGUAGE sql AS $$
  WITH touched AS (
    SELECT DISTINCT registry_uid, name FROM unnest(registry_uids, names) AS t(registry_uid, name)
  ), newest AS (
    SELECT touched.registry_uid, touched.name, newest.uid
    FROM touched LEFT JOIN LATERAL (
      SELECT uid FROM pack_versions
      WHERE registry_uid = touched.registry_uid AND name = touched.name AND removed_at IS NULL
      ORDER BY version_key DESC LIMIT 1
    ) newest ON TRUE
  )
  UPDATE pack_versions pack SET is_newest = NOT pack.is_newest
  FROM newest
  WHERE pack.registry_uid = newest.registry_uid AND pack.name = newest.name
    AND pack.is_newest <> (newest.uid IS NOT NULL AND pack.uid = newest.uid)
$$;

CREATE FUNCTION packs_were_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_newest_packs(array_agg(registry_uid), array_agg(name)) FROM added;
  RETURN NULL;
END $$;

-- Only a change of what the mark follows from counts; moving the mark itself is none, so this ends.
CREATE FUNCTION packs_were_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_newest_packs(array_agg(after.registry_uid), array_agg(after.name))
  FROM changed_after after JOIN changed_before before USING (uid)
  WHERE (after.removed_at IS NULL) <> (before.removed_at IS NULL) OR after.version_key <> before.version_key
  HAVING count(*) > 0;
  RETURN NULL;
END $$;

CREATE FUNCTION packs_were_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_newest_packs(array_agg(registry_uid), array_agg(name)) FROM deleted WHERE is_newest HAVING count(*) > 0;
  RETURN NULL;
END $$;

CREATE TRIGGER packs_were_added AFTER INSERT ON "pack_versions"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION packs_were_added();

CREATE TRIGGER packs_were_changed AFTER UPDATE ON "pack_versions"
  REFERENCING OLD TABLE AS changed_before NEW TABLE AS changed_after FOR EACH STATEMENT EXECUTE FUNCTION packs_were_changed();

CREATE TRIGGER packs_were_deleted AFTER DELETE ON "pack_versions"
  REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION packs_were_deleted();

-- What is here already.
WITH newest AS (
  SELECT DISTINCT ON (registry_uid, name) uid FROM pack_versions WHERE removed_at IS NULL
  ORDER BY registry_uid, name, version_key DESC
)
UPDATE pack_versions SET is_newest = TRUE WHERE uid IN (SELECT uid FROM newest);
