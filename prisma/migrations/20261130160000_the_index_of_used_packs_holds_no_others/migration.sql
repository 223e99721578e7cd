-- For a tenant that statistics do not know yet, all indexes that begin with the tenant promise one row, and the smallest is taken: a look at
-- one pack by its name read all packs of the tenant. An index of the used ones alone answers no such question.
DROP INDEX "pack_versions_tenant_uid_is_used_is_newest_idx";
CREATE INDEX "pack_versions_used_idx" ON "pack_versions"("tenant_uid", "is_newest") WHERE "is_used";
