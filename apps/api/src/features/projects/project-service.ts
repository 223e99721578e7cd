import { readName } from '../../platform/lists/read-name.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { RoleChange } from '../../platform/access/grant-policy.ts'
import type { Role } from '../../platform/access/roles.ts'
import type { StringMap } from '../../platform/lists/object-meta.ts'

/** Clients take it when none is named, the Terraform provider fails as a whole without it. */
const NEEDED = 'Default'

export interface ProjectMetadata {
  name: string
  labels?: StringMap | null | undefined
  annotations?: StringMap | null | undefined
}

/** A role that a user or a team holds in a project. */
export interface Member {
  uid: string
  role: Role
}

/** Who is to hold which roles; undefined leaves them as they are. */
export interface Members {
  users?: readonly Member[] | undefined
  teams?: readonly Member[] | undefined
}

/** Roles that were given and taken, and whose, for the audit: names. */
export type MemberChange = RoleChange & Readonly<Record<'people' | 'teams', string[]>>

export interface Contents {
  profiles: number
  macros: number
}

/** Inside one transaction. */
export interface ProjectStore {
  /** @returns the project's name; whoever else changes it or writes into it waits. */
  lock: (uid: string) => Promise<string | undefined>
  /** Whether another project has this name, however it is written; whoever else names one waits. */
  isTaken: (name: string, uid?: string) => Promise<boolean>
  create: (metadata: ProjectMetadata) => Promise<string>
  /** @returns what it changed. */
  replace: (uid: string, metadata: ProjectMetadata) => Promise<string[]>
  /** @throws AppError ResourceNotFound for a user or team that is not of this tenant, GrantExceedsOwn */
  setMembers: (uid: string, members: Members) => Promise<MemberChange>
  countContents: (uid: string) => Promise<Contents>
  /** Whether published profiles stand in it and the tenant keeps what is published. */
  holdsKeptVersions: (uid: string) => Promise<boolean>
  remove: (uid: string) => Promise<void>
  /** @returns the audit event's uid. */
  audit: (
    action: 'create' | 'update' | 'delete',
    project: { uid: string; name: string },
    details?: Readonly<Record<string, number | readonly string[]>>,
  ) => Promise<string>
}

export interface ProjectDraft {
  metadata: ProjectMetadata
  members?: Members | undefined
}

/** @throws AppError ProjectExists */
export async function createProject(store: ProjectStore, { metadata: written, members = {} }: ProjectDraft) {
  const metadata = { ...written, name: readName(written.name) }
  if (await store.isTaken(metadata.name)) throw new AppError('ProjectExists')
  const uid = await store.create(metadata)
  await store.setMembers(uid, members)
  return { uid, auditUid: await store.audit('create', { uid, name: metadata.name }) }
}

/** @throws AppError ResourceNotFound, ProjectExists; ProjectNeeded for renaming the project that clients look for. */
export async function replaceProject(
  store: ProjectStore,
  uid: string,
  { metadata: written, members }: ProjectDraft,
): Promise<string> {
  const metadata = { ...written, name: readName(written.name) }
  const name = await lockProject(store, uid)
  if (name === NEEDED && metadata.name !== NEEDED) throw new AppError('ProjectNeeded')
  if (metadata.name !== name && (await store.isTaken(metadata.name, uid))) throw new AppError('ProjectExists')
  const changed = await store.replace(uid, metadata)
  const held = members && (await store.setMembers(uid, members))
  return store.audit('update', { uid, name: metadata.name }, { changed, ...held })
}

/**
 * Deletes a project; what stands in it goes with it only when the caller says so, and may delete it.
 *
 * @throws AppError ResourceNotFound, Forbidden, ProjectNeeded, ProjectNotEmpty; ProfileImmutable where the tenant keeps what is published.
 */
export async function deleteProject(
  store: ProjectStore,
  uid: string,
  { withContents, mayDelete }: { withContents: boolean; mayDelete: (contents: keyof Contents) => boolean },
): Promise<string> {
  const name = await lockProject(store, uid)
  if (name === NEEDED) throw new AppError('ProjectNeeded')
  const { profiles, macros } = await store.countContents(uid)
  if (profiles + macros > 0 && !withContents) throw new AppError('ProjectNotEmpty', { params: { profiles, macros } })
  if ((profiles > 0 && !mayDelete('profiles')) || (macros > 0 && !mayDelete('macros'))) throw new AppError('Forbidden')
  if (await store.holdsKeptVersions(uid)) throw new AppError('ProfileImmutable')
  await store.remove(uid)
  return store.audit('delete', { uid, name }, { profiles, macros })
}

async function lockProject(store: ProjectStore, uid: string): Promise<string> {
  const name = await store.lock(uid)
  if (name === undefined) throw new AppError('ResourceNotFound')
  return name
}
