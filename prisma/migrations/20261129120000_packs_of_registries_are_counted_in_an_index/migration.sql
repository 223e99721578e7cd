-- What each registry holds is counted without a look at its packs.
CREATE INDEX "pack_versions_tenant_uid_removed_at_registry_uid_is_newest_idx" ON "pack_versions"("tenant_uid", "removed_at", "registry_uid", "is_newest");
