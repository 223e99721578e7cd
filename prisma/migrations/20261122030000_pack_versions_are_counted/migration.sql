-- GET /v1/packs says how many versions there are: counted in the index, which is small because its values repeat.
CREATE INDEX "pack_versions_tenant_uid_removed_at_layer_idx" ON "pack_versions"("tenant_uid", "removed_at", "layer");
