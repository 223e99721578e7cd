import type { ConsoleApiKeyBody, ConsoleApiKeysQuery } from '@waybill/api-contract'
import { personName } from '../../platform/database/person-name.ts'
import { Prisma } from '../../platform/database/prisma.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import type { Page } from '../../platform/lists/paging.ts'
import { allOf } from '../../platform/lists/text-filter.ts'
import type { KeyOwner } from './api-key-policy.ts'

/** Permanent reasons come before temporary ones. */
const STATE = Prisma.sql`CASE WHEN k.revoked_at IS NOT NULL THEN 'disabled' WHEN k.expires_at <= now() THEN 'expired'
  WHEN u.disabled_at IS NOT NULL THEN 'owner-disabled' ELSE 'active' END`
const OWNER = personName(Prisma.sql`u`)

export function readKeysQuestion({ search = '', state }: ConsoleApiKeysQuery, owner: KeyOwner): Prisma.Sql {
  const text = Prisma.sql`lower(${search.trim()})`
  const fields = [Prisma.sql`k.name`, OWNER, Prisma.sql`u.email`].map(
    (field) => Prisma.sql`strpos(lower(${field}), ${text}) > 0`,
  )
  return allOf([
    Prisma.sql`(${Prisma.join(fields, ' OR ')})`,
    ...(state === undefined ? [] : [Prisma.sql`${STATE} = ${state}`]),
    ...(owner === 'everybody' ? [] : [Prisma.sql`k.user_uid = ${owner.userUid}`]),
  ])
}

const from = (db: TenantClient, where: Prisma.Sql) => Prisma.sql`
  FROM api_keys k JOIN users u ON u.uid = k.user_uid WHERE k.tenant_uid = ${db.$tenantUid} AND ${where}`

export interface ConsoleApiKey {
  uid: string
  name: string
  ownerUid: string
  ownerName: string
  ownerEmail: string
  isOwnerActive: boolean
  state: ConsoleApiKeyBody['state']
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
}

export const listConsoleKeys = (db: TenantClient, where: Prisma.Sql, { limit, offset }: Page) =>
  db.$queryRaw<ConsoleApiKey[]>`
    SELECT k.uid, k.name, u.uid AS "ownerUid", ${OWNER} AS "ownerName", u.email AS "ownerEmail",
      u.disabled_at IS NULL AS "isOwnerActive", ${STATE} AS state,
      k.created_at AS "createdAt", k.expires_at AS "expiresAt", k.last_used_at AS "lastUsedAt"
    ${from(db, where)} ORDER BY k.name, u.email, k.uid LIMIT ${limit} OFFSET ${offset}`

export async function countConsoleKeys(db: TenantClient, where: Prisma.Sql): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${from(db, where)}`
  return rows[0]?.count ?? 0
}
