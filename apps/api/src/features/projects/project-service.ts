import { readName } from '../../platform/lists/read-name.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { roleChanges } from '../../platform/access/roles/grant-policy.ts'
import type { AuditEntry } from '../../platform/audit/audit-log.ts'
import { refuseTakenName } from '../../platform/database/refuse-taken-name.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { recordEffect } from '../../platform/idempotency/idempotency-claim.ts'
import type { UseCase } from '../../platform/use-case.ts'
import { holdPacks } from '../profiles/index.ts'
import { setTeams, setUsers } from './members/project-member-repository.ts'
import type { Members } from './members/project-members.ts'
import { mayDeleteContents } from './project-policy.ts'
import {
  countContents,
  holdsImmutableVersions,
  insertProject,
  lockProject,
  type ProjectMetadata,
  removeProject,
  updateProject,
} from './project-repository.ts'

/** Clients use it if none is named, and without it every call of the Terraform provider fails. */
const NEEDED = 'Default'

export interface ProjectDraft {
  metadata: ProjectMetadata
  members?: Members | undefined
}

type ProjectUse = Pick<UseCase, 'caller'> & { tx: TenantClient }

/** @throws AppError ProjectExists */
export async function createProject(use: ProjectUse, { metadata: written, members = {} }: ProjectDraft) {
  const { tx } = use
  const metadata = { ...written, name: readName(written.name) }
  await refuseTakenName(tx, 'projects', metadata)
  const uid = await insertProject(tx, metadata)
  await setMembers(use, uid, members)
  return { uid, auditUid: await audit(use, 'create', { uid, name: metadata.name }) }
}

/** @throws AppError ResourceNotFound, ProjectExists; ProjectNeeded for renaming the project that clients look for */
export async function replaceProject(
  use: ProjectUse,
  uid: string,
  { metadata: written, members }: ProjectDraft,
): Promise<string> {
  const { tx } = use
  const metadata = { ...written, name: readName(written.name) }
  const name = await lockProject(tx, uid, 'change')
  if (name === NEEDED && metadata.name !== NEEDED) throw new AppError('ProjectNeeded')
  if (metadata.name !== name) await refuseTakenName(tx, 'projects', { uid, name: metadata.name })
  const changed = await updateProject(tx, uid, metadata)
  const held = members && (await setMembers(use, uid, members))
  return audit(use, 'update', { uid, name: metadata.name, details: { changed, ...held } })
}

/**
 * Deletes a project; its content is deleted with it only if the caller asks for that and may delete it.
 * @throws AppError ResourceNotFound, Forbidden, ProjectNeeded, ProjectNotEmpty; ProfileImmutable if the tenant keeps
 * published profiles
 */
export async function deleteProject(
  use: ProjectUse,
  uid: string,
  { withContents }: { withContents: boolean },
): Promise<string> {
  const { tx, caller } = use
  await holdPacks(tx)
  const name = await lockProject(tx, uid, 'delete')
  if (name === NEEDED) throw new AppError('ProjectNeeded')
  const contents = await countContents(tx, uid)
  if (contents.profiles + contents.macros > 0 && !withContents)
    throw new AppError('ProjectNotEmpty', { params: { ...contents } })
  if (!mayDeleteContents(caller, contents)) throw new AppError('Forbidden')
  if (await holdsImmutableVersions(tx, uid)) throw new AppError('ProfileImmutable')
  await removeProject(tx, uid)
  return audit(use, 'delete', { uid, name, details: { ...contents } })
}

/** @returns names for the audit log: roles that were granted and taken away, and whose */
async function setMembers({ tx, caller }: ProjectUse, projectUid: string, { users, teams }: Members) {
  const ofUsers = users && (await setUsers(tx, { caller, projectUid, members: users }))
  const ofTeams = teams && (await setTeams(tx, { caller, projectUid, members: teams }))
  const changes = [ofUsers, ofTeams].filter((change) => change !== undefined)
  return { ...roleChanges(changes), people: ofUsers?.names ?? [], teams: ofTeams?.names ?? [] }
}

const audit = (
  { tx, caller }: ProjectUse,
  action: 'create' | 'update' | 'delete',
  { uid, name, details = {} }: { uid: string; name: string; details?: AuditEntry['details'] },
): Promise<string> => recordEffect(tx, { caller, action, resource: { kind: 'project', uid, name }, details })
