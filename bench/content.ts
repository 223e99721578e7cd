import { createDeps, type Deps } from '../apps/api/src/deps.ts'
import { loadConfig } from '../apps/api/src/config.ts'
import { createApiKey } from '../apps/api/src/platform/access/credentials/api-key.ts'
import { newUid } from '../apps/api/src/platform/database/uid.ts'
import { packName } from './profile-file.ts'
import type { Ground } from './installation.ts'

export interface BenchTenant {
  tenantUid: string
  registryUid: string
  apiKey: string
}

const PACKS = 1_000

/** The server's dependencies, in this process. */
export const openDeps = ({ databaseUrl, dataDir }: Ground): Deps =>
  createDeps(loadConfig({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir }), databaseUrl)

/** A tenant with an admin's key, and a registry with the packs of bench profiles. */
export async function createTenant(ground: Ground): Promise<BenchTenant> {
  const { prisma, close } = openDeps(ground)
  const [tenantUid, userUid, registryUid] = [newUid(), newUid(), newUid()]
  const { apiKey, ...key } = createApiKey()
  await prisma.tenant.create({ data: { uid: tenantUid, name: `bench ${tenantUid}` } })
  await prisma.user.create({ data: { uid: userUid, tenantUid, email: `${userUid}@bench.test`, passwordHash: '' } })
  await prisma.roleBinding.create({ data: { userUid, tenantUid, scopeUid: tenantUid, role: 'Tenant Admin' } })
  await prisma.apiKey.create({ data: { ...key, uid: newUid(), tenantUid, userUid, name: 'bench' } })
  await prisma.registry.create({ data: { uid: registryUid, tenantUid, name: 'Public Repo', kind: 'pack' } })
  await prisma.$executeRaw`
    INSERT INTO pack_versions (uid, tenant_uid, registry_uid, name, display_name, version, version_key, layer, type,
      cloud_types, values_digest, digest)
    SELECT substr(md5(${registryUid} || i), 1, 24), ${tenantUid}, ${registryUid}, ${packName(0).slice(0, -1)} || i, 'Bench',
      '1.0.0', '1.0.0', 'addon', 'spectro', ARRAY['all'], '', ''
    FROM generate_series(0, ${PACKS - 1}) AS i`
  await close()
  return { tenantUid, registryUid, apiKey }
}

/**
 * Fills a tenant's catalogue: the number of versions, how many of them per name; none is one that bench profiles use.
 */
export const FILL_CATALOGUE = `
  INSERT INTO pack_versions (uid, tenant_uid, registry_uid, name, display_name, version, version_key, layer, type,
    cloud_types, values_digest, digest)
  SELECT substr(md5($2 || 'fill' || i), 1, 24), $1, $2, 'other-' || i / $4::int, 'Other', '2.' || i % $4::int || '.0',
    '2.' || lpad((i % $4::int)::text, 3, '0') || '.0', 'addon', 'spectro', ARRAY['all'], '', ''
  FROM generate_series(1, $3::int) AS i`

/** Profiles of one version each, as the list sees them. */
export const FILL_PROFILES = `
  INSERT INTO profiles (uid, tenant_uid, scope, scope_uid, name, version, version_key, is_newest, type, cloud_type,
    description, labels, shown_description, tags, created_by, modified_at)
  SELECT substr(md5($1 || 'profile' || i), 1, 24), $1, 'tenant', $1, 'filler-' || i, '1.0.0', '1.0.0', true, 'add-on', 'all',
    'Measured', '{}', 'Measured', ARRAY['team:bench'], '', now() - i * interval '1 second'
  FROM generate_series(1, $2::int) AS i`

/** Audit events of a hundred people and two kinds of action, one per second. */
export const FILL_AUDIT = `
  INSERT INTO audit_events (uid, tenant_uid, actor_uid, actor_email, action, via, resource_kind, resource_uid, resource_name, at)
  SELECT substr(md5($1 || 'audit' || i), 1, 24), $1, substr(md5('actor' || i % 100), 1, 24), i % 100 || '@bench.test',
    CASE WHEN i % 10 = 0 THEN 'import' ELSE 'export' END, 'api-key', 'clusterprofile', substr(md5('of' || i % 1000), 1, 24),
    'filler-' || i % 1000, now() - i * interval '1 second'
  FROM generate_series(1, $2::int) AS i`

/** Five layers for each profile. Every fifth profile can be updated: its first pack is not the newest of its name. */
export const FILL_LAYERS = `
  INSERT INTO layers (uid, tenant_uid, profile_uid, stage, position, name, layer, type, version, pack_uid, registry_uid)
  SELECT substr(md5(profile.uid || position), 1, 24), $1, profile.uid, 'draft', position, pack.name, 'addon', 'spectro', pack.version,
    pack.uid, pack.registry_uid
  FROM (SELECT uid, row_number() OVER (ORDER BY uid) AS at FROM profiles WHERE tenant_uid = $1) AS profile
  CROSS JOIN generate_series(0, 4) AS position
  JOIN (
    SELECT uid, name, version, registry_uid, row_number() OVER (ORDER BY uid) AS at, count(*) OVER () AS count
    FROM pack_versions WHERE tenant_uid = $1 AND is_newest
  ) AS pack ON pack.at = 1 + (profile.at * 5 + position) % pack.count`

export const OUTDATE_LAYERS = `
  UPDATE layers SET pack_uid = older.uid, version = older.version
  FROM pack_versions pack, pack_versions older, (
    SELECT uid, row_number() OVER (ORDER BY uid) AS at FROM profiles WHERE tenant_uid = $1) AS profile
  WHERE layers.tenant_uid = $1 AND layers.position = 0 AND layers.profile_uid = profile.uid AND profile.at % 5 = 0
    AND pack.uid = layers.pack_uid::bpchar AND older.registry_uid = pack.registry_uid AND older.name = pack.name
    AND older.version_key = '2.000.0'`
