import { z } from 'zod'
import { personName } from '../../platform/database/person-name.ts'
import { Prisma } from '../../platform/database/prisma.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'

const EACH = 5

export interface Searched {
  text: string
  /** Scopes of profiles; empty if the caller may list profiles nowhere. */
  profileScopes: 'all' | readonly string[]
  /** The scope whose own macros are searched; undefined if the caller may not list macros. */
  macroScope: string | undefined
  packs: boolean
  people: boolean
}

const foundSchema = z.array(
  z.object({
    kind: z.enum(['profile', 'pack', 'macro', 'person']),
    uid: z.string(),
    name: z.string(),
    note: z.string(),
    project: z.object({ uid: z.string(), name: z.string() }).nullable(),
  }),
)

/** One statement for all kinds. Names are searched in indexes; only the rows shown are read. */
export async function searchNames(db: TenantClient, searched: Searched) {
  const statement = searchStatement(db, searched)
  return statement ? foundSchema.parse(await db.$queryRaw(statement)) : []
}

/** Exported for the test of its query plan. */
export function searchStatement(db: TenantClient, searched: Searched): Prisma.Sql | undefined {
  const text = searched.text.toLowerCase()
  const parts = [
    ...(searched.profileScopes.length > 0 ? [profiles(db, text, searched.profileScopes)] : []),
    ...(searched.packs ? [packs(db, text)] : []),
    ...(searched.macroScope ? [macros(db, text, searched.macroScope)] : []),
    ...(searched.people ? [people(db, text)] : []),
  ].map((part) => Prisma.sql`(${part})`)
  if (parts.length === 0) return undefined
  // A union takes its column names from its first part, which may be any kind, so they are set here.
  return Prisma.sql`SELECT * FROM (${Prisma.join(parts, ' UNION ALL ')}) AS found (kind, uid, name, note, project)`
}

/** Exact matches first, then names that begin with the text. */
const nearest = (name: Prisma.Sql, text: string) =>
  Prisma.sql`lower(${name}) <> ${text}, NOT starts_with(lower(${name}), ${text}), ${name}`
const holds = (name: Prisma.Sql, text: string) => Prisma.sql`strpos(lower(${name}), ${text}) > 0`
const NAME = Prisma.sql`name`

function profiles(db: TenantClient, text: string, scopeUids: 'all' | readonly string[]): Prisma.Sql {
  const inScope = scopeUids === 'all' ? Prisma.sql`TRUE` : Prisma.sql`scope_uid = ANY(${[...scopeUids]}::bpchar[])`
  return Prisma.sql`
  SELECT 'profile', profile.uid::text, profile.name, profile.version,
    CASE WHEN project.uid IS NOT NULL THEN json_build_object('uid', project.uid, 'name', project.name) END
  FROM (
    SELECT scope_uid, name FROM profiles
    WHERE tenant_uid = ${db.$tenantUid} AND ${inScope} AND is_newest AND ${holds(NAME, text)}
    ORDER BY ${nearest(NAME, text)}, scope_uid <> tenant_uid LIMIT ${EACH}
  ) found
  JOIN profiles profile ON profile.tenant_uid = ${db.$tenantUid} AND profile.scope_uid = found.scope_uid AND profile.name = found.name AND profile.is_newest
  LEFT JOIN projects project ON project.tenant_uid = ${db.$tenantUid} AND project.uid = profile.scope_uid
  ORDER BY ${nearest(Prisma.sql`profile.name`, text)}, project.name NULLS FIRST`
}

const packs = (db: TenantClient, text: string) => Prisma.sql`
  SELECT 'pack', pack.uid::text, pack.name, pack.version, NULL::json
  FROM (
    SELECT name FROM (
      SELECT DISTINCT name FROM pack_versions WHERE tenant_uid = ${db.$tenantUid} AND is_newest AND ${holds(NAME, text)}
    ) names ORDER BY ${nearest(NAME, text)} LIMIT ${EACH}
  ) found
  CROSS JOIN LATERAL (
    SELECT uid, name, version FROM pack_versions
    WHERE tenant_uid = ${db.$tenantUid} AND name = found.name AND is_newest ORDER BY version_key DESC LIMIT 1
  ) pack
  ORDER BY ${nearest(Prisma.sql`pack.name`, text)}`

const macros = (db: TenantClient, text: string, scopeUid: string) => Prisma.sql`
  SELECT 'macro', uid::text, name, scope, NULL::json FROM macros
  WHERE tenant_uid = ${db.$tenantUid} AND scope IN ('tenant', 'project') AND scope_uid = ${scopeUid} AND ${holds(NAME, text)}
  ORDER BY ${nearest(NAME, text)} LIMIT ${EACH}`

const PERSON = personName(Prisma.sql`users`)

const people = (db: TenantClient, text: string) => Prisma.sql`
  SELECT 'person', uid::text, ${PERSON}, email, NULL::json FROM users
  WHERE tenant_uid = ${db.$tenantUid} AND (${holds(Prisma.sql`email`, text)} OR ${holds(PERSON, text)})
  ORDER BY ${nearest(PERSON, text)} LIMIT ${EACH}`
