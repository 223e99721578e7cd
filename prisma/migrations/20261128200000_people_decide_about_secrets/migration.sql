-- What people said of places: marks of a profile by its name, so that each version has them, and rules of a tenant by pack.
CREATE TABLE "secret_marks" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "scope" TEXT NOT NULL,
    "scope_uid" CHAR(24) NOT NULL,
    "profile_name" TEXT NOT NULL,
    "layer_name" TEXT NOT NULL,
    "manifest" TEXT NOT NULL DEFAULT '',
    "path" TEXT NOT NULL,
    "place" CHAR(64) NOT NULL,
    "verdict" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "secret_marks_pkey" PRIMARY KEY ("uid")
);

CREATE TABLE "secret_rules" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "pack_name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "place" CHAR(64) NOT NULL,
    "verdict" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "secret_rules_pkey" PRIMARY KEY ("uid")
);

CREATE UNIQUE INDEX "secret_marks_scope_uid_profile_name_place_key" ON "secret_marks"("scope_uid", "profile_name", "place");

CREATE UNIQUE INDEX "secret_rules_tenant_uid_pack_name_place_key" ON "secret_rules"("tenant_uid", "pack_name", "place");

CREATE TRIGGER project_must_stand BEFORE INSERT ON "secret_marks"
  FOR EACH ROW WHEN (NEW.scope = 'project') EXECUTE FUNCTION project_must_stand();
