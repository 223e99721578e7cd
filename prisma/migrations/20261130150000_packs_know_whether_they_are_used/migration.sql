-- Profiles with updates are found from the few packs that a layer uses and that are not the newest of their name, and not by a look at
-- the pack of each layer. Whoever writes layers need not know: a pack is marked in the transaction of its first layer, and stays so, for
-- nothing that counts is wrong where a pack is looked at in vain. So no writer of packs has to look at layers, and none of both waits
-- for the other's snapshot.
ALTER TABLE "pack_versions" ADD COLUMN "is_used" BOOLEAN NOT NULL DEFAULT false;

CREATE INDEX "pack_versions_tenant_uid_is_used_is_newest_idx" ON "pack_versions"("tenant_uid", "is_used", "is_newest");

-- In one order, so that two who mark the same packs wait for each other one way only. Arrays, so that packs are found by their key
-- however many layers the plan was made for.
CREATE FUNCTION packs_were_used() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unmarked CHAR(24)[];
BEGIN
  SELECT array_agg(uid) INTO unmarked FROM (
    SELECT uid FROM pack_versions
    WHERE uid = ANY (ARRAY(SELECT DISTINCT pack_uid::bpchar FROM written WHERE pack_uid <> '')) AND NOT is_used
    ORDER BY uid FOR NO KEY UPDATE
  ) pack;
  IF unmarked IS NOT NULL THEN
    UPDATE pack_versions SET is_used = TRUE WHERE uid = ANY (unmarked);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER layers_were_added AFTER INSERT ON "layers"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION packs_were_used();

CREATE TRIGGER layers_were_changed AFTER UPDATE ON "layers"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION packs_were_used();

-- What is here already; after the triggers, whose making waits for those who write layers.
UPDATE "pack_versions" SET "is_used" = TRUE WHERE "uid" IN (SELECT "pack_uid"::bpchar FROM "layers" WHERE "pack_uid" <> '');
