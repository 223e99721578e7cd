import type { Caller } from '../../platform/access/caller.ts'
import { metaColumns, type StringMap } from '../../platform/http/lists/object-meta.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'
import { recordEffect } from '../../platform/idempotency/idempotency-claim.ts'

export interface NewUser {
  email: string
  firstName: string
  lastName: string
  passwordHash: string
  /** Held in the tenant. */
  roles: readonly string[]
  labels?: StringMap | null | undefined
  annotations?: StringMap | null | undefined
}

/** Takes the client of a transaction. */
export async function createUser(
  db: TenantClient,
  caller: Caller,
  { roles, labels, annotations, ...columns }: NewUser,
) {
  const uid = newUid()
  const tenantUid = db.$tenantUid
  await db.user.create({ data: { uid, tenantUid, ...columns, ...metaColumns({ labels, annotations }) } })
  await db.roleBinding.createMany({
    data: [...new Set(roles)].map((role) => ({ userUid: uid, tenantUid, scopeUid: tenantUid, role })),
  })
  const resource = { kind: 'user', uid, name: columns.email }
  return { uid, auditUid: await recordEffect(db, { caller, action: 'create', resource, details: { roles } }) }
}
