import type { ProjectInput } from '@waybill/api-contract'
import type { Role } from '../../../platform/access/roles/roles.ts'
import type { Caller } from '../../../platform/access/caller.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { readRoles } from '../../roles/index.ts'
import { checkMayChangeMembers } from '../project-policy.ts'

/** A role that a user or a team holds in a project. */
export interface Member {
  uid: string
  role: Role
}

/** Who will hold which roles; undefined leaves them as they are. */
export interface Members {
  users?: readonly Member[] | undefined
  teams?: readonly Member[] | undefined
}

/**
 * Takes a transaction's client.
 * @throws AppError Forbidden without user.update or team.update, InvalidRequest for a role that cannot be held in a
 * project
 */
export async function readMembers(tx: TenantClient, caller: Caller, { spec }: ProjectInput): Promise<Members> {
  if (spec?.users) checkMayChangeMembers(caller, 'user')
  if (spec?.teams) checkMayChangeMembers(caller, 'team')
  const users = spec?.users?.map(({ userId, roles }) => ({ uid: userId, roles }))
  const teams = spec?.teams?.map(({ teamId, roles }) => ({ uid: teamId, roles }))
  return {
    users: users && (await read(tx, users, 'spec.users')),
    teams: teams && (await read(tx, teams, 'spec.teams')),
  }
}

interface Given {
  uid: string
  roles?: readonly string[] | null | undefined
}

async function read(tx: TenantClient, holders: readonly Given[], field: string): Promise<Member[]> {
  const members: Member[] = []
  for (const [index, { uid, roles }] of holders.entries()) {
    const read = await readRoles(tx, roles, { scope: 'project', field: `${field}.${index}.roles` })
    members.push(...read.map((role) => ({ uid, role })))
  }
  return members
}
