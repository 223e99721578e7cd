-- scope_uid is a project's or a tenant's, so no foreign key can hold it. Whoever writes into a project waits for whoever deletes it,
-- and the other way round: nothing is left over in a project that is gone.
CREATE FUNCTION project_must_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM projects WHERE uid = NEW.scope_uid FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE foreign_key_violation USING MESSAGE = 'the project is gone';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER project_must_stand BEFORE INSERT ON "profiles"
  FOR EACH ROW WHEN (NEW.scope = 'project') EXECUTE FUNCTION project_must_stand();
CREATE TRIGGER project_must_stand BEFORE INSERT ON "macros"
  FOR EACH ROW WHEN (NEW.scope = 'project') EXECUTE FUNCTION project_must_stand();
CREATE TRIGGER project_must_stand BEFORE INSERT ON "tag_filters"
  FOR EACH ROW WHEN (NEW.scope = 'project') EXECUTE FUNCTION project_must_stand();
