import type { Caller } from '../../platform/access/caller.ts'
import type { Role } from '../../platform/access/roles.ts'
import { metaColumns, type StringMap } from '../../platform/lists/object-meta.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'
import { recordEffect } from '../../platform/idempotency/idempotency-claim.ts'
import { joinTeams } from '../teams/index.ts'
import { setRoles } from './roles/user-role-repository.ts'

export interface NewUser {
  email: string
  firstName: string
  lastName: string
  passwordHash: string
  /** Held in the tenant. */
  roles: readonly Role[]
  teamUids: readonly string[]
  labels?: StringMap | null | undefined
  annotations?: StringMap | null | undefined
}

/** Takes the client of a transaction. @throws AppError UserExists, GrantExceedsOwn, ResourceNotFound for a team */
export async function createUser(
  db: TenantClient,
  caller: Caller,
  { roles, teamUids, labels, annotations, ...columns }: NewUser,
) {
  const uid = newUid()
  const tenantUid = db.$tenantUid
  await db.user.create({ data: { uid, tenantUid, ...columns, ...metaColumns({ labels, annotations }) } })
  const { given } = await setRoles(db, { caller, userUid: uid, scopeUid: tenantUid, roles })
  const teamNames = await joinTeams(db, caller, { userUid: uid, teamUids })
  const resource = { kind: 'user', uid, name: columns.email }
  const details = { roles: given, teams: teamNames }
  return { uid, auditUid: await recordEffect(db, { caller, action: 'create', resource, details }) }
}
