import { z } from 'zod'
import type { Caller } from '../../../platform/access/caller.ts'
import { Prisma } from '../../../platform/database/prisma.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { allOf } from '../../../platform/lists/text-filter.ts'
import { COUNTED, visibleTo } from '../audit-repository.ts'

const choicesSchema = z.array(
  z.object({ people: z.array(z.object({ uid: z.string(), email: z.string() })), kinds: z.array(z.string()) }),
)

/** The actors of events and the kinds of objects, to filter by; each actor with their latest e-mail. */
export async function readChoices(db: TenantClient, caller: Pick<Caller, 'scope'>) {
  const rows = await db.$queryRaw(choicesStatement(db, caller))
  return choicesSchema.parse(rows)[0] ?? { people: [], kinds: [] }
}

export const choicesStatement = (db: TenantClient, caller: Pick<Caller, 'scope'>) => Prisma.sql`
  WITH RECURSIVE ${caller.scope.kind === 'project' ? choicesOfNewest(db, caller) : choicesOfAll(db)}
  SELECT
    (SELECT coalesce(json_agg(json_build_object('uid', value, 'email', actor_email) ORDER BY actor_email, value), '[]')
      FROM people) AS people,
    (SELECT coalesce(json_agg(value ORDER BY value), '[]') FROM kinds) AS kinds`

/** No index covers the actors and kinds of a project's events. */
const choicesOfNewest = (db: TenantClient, caller: Pick<Caller, 'scope'>) => Prisma.sql`
  newest AS (
    SELECT actor_uid, actor_email, resource_kind, at FROM audit_events WHERE ${allOf(visibleTo(db, caller))}
    ORDER BY at DESC, uid DESC LIMIT ${COUNTED}),
  people AS (
    SELECT DISTINCT ON (actor_uid) actor_uid AS value, actor_email FROM newest WHERE actor_uid <> ''
    ORDER BY actor_uid, at DESC),
  kinds AS (SELECT DISTINCT resource_kind AS value FROM newest)`

function choicesOfAll(db: TenantClient): Prisma.Sql {
  const [people, kinds] = [Prisma.sql`people`, Prisma.sql`kinds`]
  return Prisma.sql`
  ${people} AS (${stepsThrough(db, { values: Prisma.sql`actor_uid`, beside: Prisma.sql`, actor_email`, steps: people })}),
  ${kinds} AS (${stepsThrough(db, { values: Prisma.sql`resource_kind`, beside: Prisma.empty, steps: kinds })})`
}

interface Steps {
  /** The column that comes after the tenant in an index and before the order of time. */
  values: Prisma.Sql
  /** Other columns, from the newest event with that value. */
  beside: Prisma.Sql
  /** The name of this recursive query. */
  steps: Prisma.Sql
}

/** Every distinct value except the empty one, with one index lookup per value, however long the log is. */
function stepsThrough(db: TenantClient, { values, beside, steps }: Steps): Prisma.Sql {
  const after = (value: Prisma.Sql) => Prisma.sql`
    SELECT ${values} AS value ${beside} FROM audit_events WHERE tenant_uid = ${db.$tenantUid} AND ${values} > ${value}
    ORDER BY ${values}, at DESC, uid DESC LIMIT 1`
  return Prisma.sql`(${after(Prisma.sql`''`)})
    UNION ALL SELECT next.* FROM ${steps} CROSS JOIN LATERAL (${after(Prisma.sql`${steps}.value`)}) next`
}
