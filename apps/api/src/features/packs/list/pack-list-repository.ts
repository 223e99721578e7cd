import { readQuestion, type ListQuery, type ListQuestion } from '../../../platform/lists/list-question.ts'
import type { Page } from '../../../platform/lists/paging.ts'
import { Prisma } from '../../../platform/database/prisma.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import type { StoredPack, StoredTexts } from '../read/stored-pack.ts'

/** Fields for both filters and order. */
const FIELDS = {
  'metadata.name': Prisma.sql`pack.name`,
  'metadata.uid': Prisma.sql`pack.uid`,
  'spec.name': Prisma.sql`pack.name`,
  'spec.layer': Prisma.sql`pack.layer`,
  'spec.type': Prisma.sql`pack.type`,
  'spec.registryUid': Prisma.sql`pack.registry_uid`,
}

/** `spec.cloudTypes_in_aws,all` names both itself: `aws` alone does not match packs for all clouds. */
const isForClouds = (clouds: readonly string[]) => Prisma.sql`pack.cloud_types && ${[...clouds]}`

const COLUMNS = {
  filterable: {
    ...FIELDS,
    'spec.version': Prisma.sql`pack.version`,
    'spec.cloudType': isForClouds,
    'spec.cloudTypes': isForClouds,
  },
  sortable: {
    ...FIELDS,
    'metadata.creationTimestamp': Prisma.sql`pack.created_at`,
    'metadata.lastModifiedTimestamp': Prisma.sql`pack.modified_at`,
    'spec.displayName': Prisma.sql`pack.display_name`,
    'spec.version': Prisma.sql`pack.version_key`,
  },
}

/** By name, newest first, if the caller gives no order, and to break ties. */
const USUAL_ORDER = Prisma.sql`pack.name, pack.version_key DESC, pack.uid`

/** A pack as a list shows it, for which nobody needs its README. */
type ListedPack = StoredPack & Omit<StoredTexts, 'readme'>

const TEXTS = Prisma.sql`pack.is_content_read AS "isContentRead", pack.values, pack.schema, pack.presets`
/** As for a pack without texts. */
const NO_TEXTS = Prisma.sql`TRUE AS "isContentRead", '' AS values, '' AS schema, '' AS presets`

/** @throws AppError BadRequest for syntax errors or unknown fields in filters or order */
export const readPackList = (query: ListQuery): ListQuestion => readQuestion(query, COLUMNS)

/**
 * Sorts uids alone: a page far behind would otherwise sort the texts of all before it. `OFFSET 0` keeps the planner
 * from joining all packs first.
 */
export function listPacks(
  db: TenantClient,
  question: ListQuestion,
  { page, hasTexts }: { page: Page; hasTexts: boolean },
): Promise<ListedPack[]> {
  const order = Prisma.join([...question.order, USUAL_ORDER], ', ')
  return db.$queryRaw<ListedPack[]>`
    SELECT pack.uid, pack.registry_uid AS "registryUid", pack.name, pack.display_name AS "displayName", pack.version,
      pack.layer, pack.type, pack.cloud_types AS "cloudTypes", pack.addon_type AS "addonType",
      pack.addon_sub_type AS "addonSubType", pack."group", pack.eol, pack.digest, pack.annotations,
      pack.created_at AS "createdAt", pack.modified_at AS "modifiedAt", pack.location,
      pack.source_digest AS "sourceDigest", ${hasTexts ? TEXTS : NO_TEXTS}
    FROM (
      SELECT pack.uid FROM pack_versions pack WHERE ${matching(db, question)}
      ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset}
    ) page CROSS JOIN LATERAL (SELECT * FROM pack_versions WHERE uid = page.uid OFFSET 0) pack
    ORDER BY ${order}`
}

/** Not in a sub-select, as Prisma counts, which hands on every row once more. */
export async function countPacks(db: TenantClient, question: ListQuestion): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pack_versions pack WHERE ${matching(db, question)}`
  return rows[0]?.count ?? 0
}

const matching = (db: TenantClient, { where }: ListQuestion) =>
  Prisma.sql`pack.tenant_uid = ${db.$tenantUid} AND pack.removed_at IS NULL AND ${where}`
