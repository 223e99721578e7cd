-- Settings of the tenant were changed with role.update: roles of a tenant's own that allow it go on allowing both.
UPDATE "roles" SET "permissions" = "permissions" || 'tenant.update'::text
WHERE "scope" = 'tenant' AND 'role.update' = ANY ("permissions") AND NOT 'tenant.update' = ANY ("permissions");
