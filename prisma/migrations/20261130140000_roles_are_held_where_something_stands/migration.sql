-- scope_uid is a project's or a tenant's, so no foreign key can hold it; this column can.
CREATE FUNCTION held_where_it_says() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.project_uid := NULLIF(NEW.scope_uid, NEW.tenant_uid);
  RETURN NEW;
END $$;

ALTER TABLE "role_bindings" ADD COLUMN "project_uid" CHAR(24);
DELETE FROM "role_bindings" held WHERE scope_uid <> tenant_uid
  AND NOT EXISTS (SELECT FROM projects p WHERE p.uid = held.scope_uid AND p.tenant_uid = held.tenant_uid);
UPDATE "role_bindings" SET project_uid = scope_uid WHERE scope_uid <> tenant_uid;
CREATE TRIGGER held_where_it_says BEFORE INSERT OR UPDATE ON "role_bindings" FOR EACH ROW EXECUTE FUNCTION held_where_it_says();
CREATE INDEX "role_bindings_project_uid_idx" ON "role_bindings"("project_uid");
ALTER TABLE "role_bindings" ADD CONSTRAINT "role_bindings_project_uid_fkey"
  FOREIGN KEY ("project_uid") REFERENCES "projects"("uid") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "team_roles" ADD COLUMN "project_uid" CHAR(24);
DELETE FROM "team_roles" held WHERE scope_uid <> tenant_uid
  AND NOT EXISTS (SELECT FROM projects p WHERE p.uid = held.scope_uid AND p.tenant_uid = held.tenant_uid);
UPDATE "team_roles" SET project_uid = scope_uid WHERE scope_uid <> tenant_uid;
CREATE TRIGGER held_where_it_says BEFORE INSERT OR UPDATE ON "team_roles" FOR EACH ROW EXECUTE FUNCTION held_where_it_says();
CREATE INDEX "team_roles_project_uid_idx" ON "team_roles"("project_uid");
ALTER TABLE "team_roles" ADD CONSTRAINT "team_roles_project_uid_fkey"
  FOREIGN KEY ("project_uid") REFERENCES "projects"("uid") ON DELETE CASCADE ON UPDATE CASCADE;
