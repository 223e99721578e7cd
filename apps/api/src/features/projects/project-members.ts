import type { ProjectInput } from '@waybill/api-contract'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Caller } from '../../platform/access/caller.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { readRoles } from '../roles/index.ts'
import type { Member, Members } from './project-service.ts'

/**
 * Takes the client of a transaction.
 *
 * @throws AppError Forbidden without user.update or team.update, InvalidRequest for a role that no project has.
 */
export async function readMembers(
  tx: TenantClient,
  { tenantPermissions }: Caller,
  { spec }: ProjectInput,
): Promise<Members> {
  if (spec?.users && !tenantPermissions.has('user.update')) throw new AppError('Forbidden')
  if (spec?.teams && !tenantPermissions.has('team.update')) throw new AppError('Forbidden')
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
