import { Prisma } from '../../../platform/database/prisma.ts'
import type { Page } from '../../../platform/lists/paging.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { readSort, type OrderTerm } from '../../../platform/lists/filter-grammar.ts'
import { fieldsOf, readQuestion, type ListQuery, type ListQuestion } from '../../../platform/lists/list-question.ts'
import { allOf } from '../../../platform/lists/text-filter.ts'
import { readLabels } from '../stored/profile-head-repository.ts'
import { profileConditions, type ProfileListFilter } from './profile-conditions-repository.ts'
import type { JsonText, ListedMetadata, ListedProfile } from './listed-profile.ts'

const SORT_COLUMNS = {
  profileName: Prisma.sql`name`,
  environment: Prisma.sql`cloud_type`,
  profileType: Prisma.sql`type`,
  creationTimestamp: Prisma.sql`created_at`,
  lastModifiedTimestamp: Prisma.sql`modified_at`,
}

type ProfileSort = OrderTerm<keyof typeof SORT_COLUMNS>

/** @throws AppError InvalidRequest for a field that profiles cannot be sorted by */
export function readProfileSort(sort: Parameters<typeof readSort>[0]): ProfileSort[] {
  if (sort.length === 0) return [{ field: 'lastModifiedTimestamp', isDescending: true }]
  return readSort(sort, fieldsOf(SORT_COLUMNS))
}

const VERSION_FIELDS = {
  'metadata.name': Prisma.sql`profile.name`,
  'metadata.uid': Prisma.sql`profile.uid`,
  'spec.version': Prisma.sql`profile.version`,
  'spec.type': Prisma.sql`profile.type`,
  'spec.cloudType': Prisma.sql`profile.cloud_type`,
}
const VERSION_ORDERS = {
  ...VERSION_FIELDS,
  'spec.version': Prisma.sql`profile.version_key`,
  'metadata.creationTimestamp': Prisma.sql`profile.created_at`,
  'metadata.lastModifiedTimestamp': Prisma.sql`profile.modified_at`,
}

/** For the list of all versions. @throws AppError BadRequest for a syntax error or unknown field */
export const readVersionsQuestion = (query: ListQuery): ListQuestion =>
  readQuestion(query, { filterable: VERSION_FIELDS, sortable: VERSION_ORDERS })

interface ListedVersions {
  scopeUids: readonly string[]
  question: ListQuestion
  page: Page
}

interface ListedProfiles {
  profiles: ListedProfile[]
  /** On all pages. */
  count: number
}

/** As in the JSON that the database builds. */
type ListedRow = Omit<ListedProfile, 'layers' | 'labels' | 'createdAt' | 'modifiedAt'> & {
  labels: string
  createdAt: string
  modifiedAt: string
  layers: ListedProfile['layers'] | null
}

interface ProfileListQuery {
  scopeUids: readonly string[]
  filter: ProfileListFilter
}

interface ListedPage extends ProfileListQuery {
  sort: readonly ProfileSort[]
  page: Page
}

// A page and the total count are one statement, however many profiles there are, and one JSON value: as rows the page
// would take the driver several times as long.

/** One item for each name in the given scopes, its newest version. */
export async function listProfiles(
  db: TenantClient,
  { scopeUids, filter, sort, page }: ListedPage,
): Promise<ListedProfiles> {
  const order = orderOf(sort)
  return readFound(db, (isFiltered(filter) ? pageOfMatching : pageOfScopes)(db, { scopeUids, filter, order, page }))
}

/** Each version as an item of its own. */
export const listAllVersions = (db: TenantClient, asked: ListedVersions): Promise<ListedProfiles> =>
  readFound(db, pageOfVersions(db, asked))

/** Values to filter by. Most profiles share the same tags, so each distinct set is split only once. */
export async function listFacets(db: TenantClient, scopeUids: readonly string[]) {
  const rows = await db.$queryRaw<{ kind: 'type' | 'cloudType' | 'tag'; value: string }[]>`
    WITH newest AS (
      SELECT type, cloud_type, tags ${inScopes(db, scopeUids)} AND is_newest
      GROUP BY type, cloud_type, tags
    )
    SELECT 'type' AS kind, type AS value FROM newest
    UNION SELECT 'cloudType', cloud_type FROM newest
    UNION SELECT 'tag', unnest(tags) FROM newest
    ORDER BY value`
  const valuesOf = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.value)
  return {
    types: valuesOf('type'),
    cloudTypes: valuesOf('cloudType'),
    tags: valuesOf('tag').slice(0, MAXIMUM_TAGS),
  }
}

async function readFound(
  db: TenantClient,
  { before, page, order, count, versions = VERSIONS }: Found,
): Promise<ListedProfiles> {
  const [listed] = await db.$queryRaw<{ profiles: ListedRow[] | null; count: number }[]>`
    ${before}
    SELECT (SELECT json_agg(listed) FROM (
      SELECT profile.uid, profile.scope, profile.scope_uid AS "scopeUid", profile.name, profile.version, profile.type,
        profile.cloud_type AS "cloudType", profile.description, profile.labels, profile.is_published AS "isPublished",
        profile.is_invalid AS "isInvalid", coalesce(profile.empty_count, 0) AS "emptyValues", profile.revision,
        profile.created_at AS "createdAt", profile.modified_at AS "modifiedAt", ${LAYERS} AS layers, ${versions} AS versions
      FROM (${page}) profile ORDER BY ${order}) listed) AS profiles,
      (${count}) AS count`
  return { profiles: (listed?.profiles ?? []).map(toListed), count: listed?.count ?? 0 }
}

/** Each scope, of which there is at least one, is a parameter: with an array, PostgreSQL plans these lists at every call. */
const inScopes = (db: TenantClient, scopeUids: readonly string[]) => Prisma.sql`
  FROM profiles profile
  WHERE profile.tenant_uid = ${db.$tenantUid} AND profile.scope_uid IN (${Prisma.join(scopeUids)})`

const asRows = (uids: readonly string[]) => Prisma.join(uids.map((uid) => Prisma.sql`(${uid}::bpchar)`))

const conditionOf = (db: TenantClient, { scopeUids, filter }: ProfileListQuery): Prisma.Sql =>
  allOf(profileConditions(filter, { tenantUid: db.$tenantUid, scopeUids }))

const matching = (db: TenantClient, query: ProfileListQuery) =>
  Prisma.sql`${inScopes(db, query.scopeUids)} AND ${conditionOf(db, query)}`

const toListed = ({ labels, createdAt, modifiedAt, layers, ...row }: ListedRow): ListedProfile => ({
  ...row,
  labels: readLabels(labels),
  createdAt: new Date(createdAt),
  modifiedAt: new Date(modifiedAt),
  layers: layers ?? [],
})

/** Each is a JSON array of strings, null if there is no profile. */
type MetadataColumns = Record<'uids' | 'names' | 'cloudTypes' | 'versions', string | null>

/**
 * All of them without paging, by name, newest first. Column by column: for 10,000 profiles this costs a third of
 * reading rows, or of building objects in the database. The texts are passed on as JSON, since the answer is JSON:
 * parsing and writing them took a fifth of the server's time.
 */
export async function listMetadata(db: TenantClient, scopeUids: readonly string[]): Promise<ListedMetadata[]> {
  const [columns] = await db.$queryRaw<MetadataColumns[]>`
    SELECT json_agg(uid)::text AS uids, json_agg(name)::text AS names, json_agg(cloud_type)::text AS "cloudTypes",
      json_agg(version)::text AS versions
    FROM (
      SELECT uid, name, cloud_type, version ${inScopes(db, scopeUids)} ORDER BY name, version_key DESC
    ) profile`
  const [names, cloudTypes, versions] = [columns?.names, columns?.cloudTypes, columns?.versions].map(cutTexts)
  return cutTexts(columns?.uids).map((uid, at) => ({
    uid,
    name: names?.[at] ?? '',
    cloudType: cloudTypes?.[at] ?? '',
    version: versions?.[at] ?? '',
  }))
}

/**
 * The strings of a JSON array, still escaped. A quotation mark inside a string is escaped, so it never looks like the
 * end of one.
 */
const cutTexts = (list: string | null = null): JsonText[] =>
  (list?.slice('["'.length, -'"]'.length).split('", "') ?? []) as JsonText[]

/** More than a filter's menu can show. */
const MAXIMUM_TAGS = 500

function orderOf(sort: readonly ProfileSort[]): Prisma.Sql {
  const terms = sort.map(({ field, isDescending }) => {
    const column = Prisma.sql`profile.${SORT_COLUMNS[field]}`
    return isDescending ? Prisma.sql`${column} DESC` : column
  })
  return Prisma.join([...terms, BY_NAME], ', ')
}

const BY_NAME = Prisma.sql`profile.name, profile.version_key DESC, profile.uid`

interface PageQuery extends ProfileListQuery {
  order: Prisma.Sql
  page: Page
}

interface Found {
  /** Common table expressions before the statement. */
  before: Prisma.Sql
  /** The statement that reads the page's rows. */
  page: Prisma.Sql
  order: Prisma.Sql
  count: Prisma.Sql
  /** Restricts the versions listed for each name, if not all of them are. */
  versions?: Prisma.Sql
}

/**
 * Takes the first rows of each scope before anything is looked up for them, so that the index provides the order and no
 * scope is read completely.
 */
const pageOfScopes = (db: TenantClient, { order, page, ...query }: PageQuery): Found => ({
  before: Prisma.empty,
  page: Prisma.sql`
    SELECT profile.* FROM (VALUES ${asRows(query.scopeUids)}) AS visible(uid) CROSS JOIN LATERAL (
      SELECT *, xmin::text AS revision FROM profiles profile
      WHERE profile.tenant_uid = ${db.$tenantUid} AND profile.scope_uid = visible.uid
        AND ${conditionOf(db, query)}
      ORDER BY ${order} LIMIT ${page.limit + page.offset}
    ) profile ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset}`,
  order,
  count: Prisma.sql`SELECT count(*)::int ${matching(db, query)}`,
})

/**
 * Conditions that no index covers are evaluated once per profile, for page and count together: the count needs every
 * profile anyway.
 */
const pageOfMatching = (db: TenantClient, { order, page, ...query }: PageQuery): Found => ({
  before: Prisma.sql`WITH matching AS MATERIALIZED (
    SELECT profile.uid, profile.name, profile.version_key, profile.type, profile.cloud_type, profile.created_at, profile.modified_at
    ${matching(db, query)})`,
  page: Prisma.sql`
    SELECT found.*, found.xmin::text AS revision FROM (
      SELECT uid FROM matching profile ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset}
    ) shown JOIN profiles found ON found.tenant_uid = ${db.$tenantUid} AND found.uid = shown.uid`,
  order,
  count: Prisma.sql`SELECT count(*)::int FROM matching`,
})

function pageOfVersions(db: TenantClient, { scopeUids, question, page }: ListedVersions): Found {
  const order = Prisma.join([...question.order, BY_NAME], ', ')
  const listed = Prisma.sql`${inScopes(db, scopeUids)} AND ${question.where}`
  return {
    before: Prisma.empty,
    page: Prisma.sql`SELECT *, xmin::text AS revision ${listed} ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset}`,
    order,
    count: Prisma.sql`SELECT count(*)::int ${listed}`,
    versions: Prisma.sql`'[]'::json`,
  }
}

const isFiltered = (filter: ProfileListFilter): boolean =>
  Object.values(filter).some((asked) => asked !== undefined && asked !== null)

const LAYERS = Prisma.sql`(
  SELECT json_agg(json_build_object('stage', stage, 'name', name, 'layer', layer, 'type', type, 'version', version,
    'tag', coalesce(tag, ''), 'packUid', pack_uid, 'registryUid', registry_uid, 'isInvalid', is_invalid)
    ORDER BY stage, position)
  FROM layers WHERE tenant_uid = profile.tenant_uid AND profile_uid = profile.uid)`

const VERSIONS = Prisma.sql`(
  SELECT json_agg(json_build_object('uid', each.uid, 'version', each.version) ORDER BY each.version_key DESC)
  FROM profiles each
  WHERE each.tenant_uid = profile.tenant_uid AND each.scope_uid = profile.scope_uid AND each.name = profile.name)`
