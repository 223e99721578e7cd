-- Roles of a tenant's own, beside those that are built in.
CREATE TABLE "roles" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "name" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "permissions" TEXT[],
    "labels" TEXT NOT NULL DEFAULT '{}',
    "annotations" TEXT NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roles_pkey" PRIMARY KEY ("uid")
);
CREATE UNIQUE INDEX "roles_tenant_uid_name_key" ON "roles"("tenant_uid", "name");

-- Users together, and the roles that each of them holds by being in a team.
CREATE TABLE "teams" (
    "uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "name" TEXT NOT NULL,
    "labels" TEXT NOT NULL DEFAULT '{}',
    "annotations" TEXT NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "teams_pkey" PRIMARY KEY ("uid")
);
CREATE UNIQUE INDEX "teams_tenant_uid_name_key" ON "teams"("tenant_uid", "name");

CREATE TABLE "team_members" (
    "team_uid" CHAR(24) NOT NULL,
    "user_uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "position" BIGSERIAL NOT NULL,

    CONSTRAINT "team_members_pkey" PRIMARY KEY ("team_uid", "user_uid"),
    CONSTRAINT "team_members_team_uid_fkey" FOREIGN KEY ("team_uid") REFERENCES "teams"("uid") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "team_members_user_uid_fkey" FOREIGN KEY ("user_uid") REFERENCES "users"("uid") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "team_members_user_uid_idx" ON "team_members"("user_uid");

CREATE TABLE "team_roles" (
    "team_uid" CHAR(24) NOT NULL,
    "tenant_uid" CHAR(24) NOT NULL,
    "scope_uid" CHAR(24) NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "team_roles_pkey" PRIMARY KEY ("team_uid", "scope_uid", "role"),
    CONSTRAINT "team_roles_team_uid_fkey" FOREIGN KEY ("team_uid") REFERENCES "teams"("uid") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Every role that a user holds, directly (team_uid is null) or by a team, with what a role of the tenant's own allows.
-- Names of built-in roles are cut off by the cast, and are no uid then either; without it no index would be used.
CREATE VIEW "held_roles" AS
SELECT held.*, role.name AS custom_name, role.scope AS custom_scope, role.permissions AS custom_permissions
FROM (
    SELECT tenant_uid, user_uid, NULL::char(24) AS team_uid, scope_uid, role FROM role_bindings
    UNION ALL
    SELECT member.tenant_uid, member.user_uid, member.team_uid, given.scope_uid, given.role
    FROM team_members member JOIN team_roles given ON given.team_uid = member.team_uid
) held
LEFT JOIN roles role ON role.uid = held.role::char(24) AND role.tenant_uid = held.tenant_uid;
