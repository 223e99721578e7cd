-- A revision (1.31.2-rev2, 1.28.5+rke2r1) counted as a pre-release of its version, or as equal to it. It is newer, by number: keys are
-- what versionSortKey of profile-format makes of a version today. Other versions keep theirs.
CREATE FUNCTION revised_version_key(version TEXT) RETURNS TEXT LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  revision TEXT := ltrim(substring(version FROM '[-+](?:rev|rke2r)(\d{1,24})$'), '0');
  base CONSTANT TEXT := regexp_replace(version, '[-+](?:rev|rke2r)\d{1,24}$', '');
  parts CONSTANT TEXT[] := regexp_match(base, '^v?(\d{1,24}(?:\.\d{1,24})*)(?:[._]?([^+]*))?');
  numbers TEXT[] := string_to_array(parts[1], '.');
  suffix CONSTANT TEXT := regexp_replace(coalesce(parts[2], ''), '^-', '');
  word TEXT;
  key TEXT := '';
BEGIN
  IF parts IS NULL THEN RETURN '#' || version; END IF;
  WHILE cardinality(numbers) < 3 LOOP numbers := numbers || '0'::text; END LOOP;
  FOREACH word IN ARRAY numbers LOOP
    word := regexp_replace(word, '^0+(?=\d)', '');
    key := key || chr(64 + length(word)) || word;
  END LOOP;
  IF suffix <> '' THEN
    key := key || '1';
    FOREACH word IN ARRAY string_to_array(suffix, '.') LOOP
      IF word ~ '^\d{1,24}$' THEN
        word := regexp_replace(word, '^0+(?=\d)', '');
        key := key || '3' || chr(64 + length(word)) || word;
      ELSE
        key := key || '4' || word || '!';
      END IF;
    END LOOP;
  END IF;
  IF revision = '' THEN revision := '0'; END IF;
  RETURN key || '2r' || chr(64 + length(revision)) || revision || ' ' || version;
END $$;

-- A trigger moves the mark of the newest pack.
UPDATE "pack_versions" SET "version_key" = revised_version_key("version") WHERE "version" ~ '[-+](rev|rke2r)\d{1,24}$';

UPDATE "profiles" SET "version_key" = revised_version_key("version") WHERE "version" ~ '[-+](rev|rke2r)\d{1,24}$';

WITH newest AS (
  SELECT DISTINCT ON (scope_uid, name) uid FROM profiles
  WHERE (scope_uid, name) IN (SELECT scope_uid, name FROM profiles WHERE version ~ '[-+](rev|rke2r)\d{1,24}$')
  ORDER BY scope_uid, name, version_key DESC
)
UPDATE "profiles" p SET "is_newest" = p.uid IN (SELECT uid FROM newest)
FROM (SELECT DISTINCT scope_uid, name FROM profiles WHERE version ~ '[-+](rev|rke2r)\d{1,24}$') touched
WHERE p.scope_uid = touched.scope_uid AND p.name = touched.name AND p.is_newest <> (p.uid IN (SELECT uid FROM newest));

DROP FUNCTION revised_version_key(TEXT);
