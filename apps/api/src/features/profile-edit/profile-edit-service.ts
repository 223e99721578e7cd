import type { TextInspection } from '@waybill/secret-finder'
import {
  serializeDocument,
  type ImportPlan,
  type Problem,
  type ProblemCode,
  type ProfileDocument,
  type ReadResult,
} from '@waybill/profile-format'
import { AppError } from '../../platform/http/errors/app-error.ts'
import type { AuditAction } from '../../platform/audit/audit-log.ts'
import type { Caller, RequestScope } from '../../platform/access/caller.ts'
import { blockingProblems, refusalOf } from '../../platform/http/errors/document-refusal.ts'
import type { Permission } from '../../platform/access/roles.ts'
import { documentOfEdited, EMPTY_PROFILE, hasSameContent, type EditedProfile } from './edited-profile.ts'
import { layersFromRequests, type FindPacks, type LayerRequest } from './layers/layer-request.ts'

/** A profile as it stands, locked until the transaction ends. */
export interface OpenProfile {
  uid: string
  scope: RequestScope
  isPublished: boolean
  /** Published in a tenant that keeps what is published: only its labels and description may change. */
  isKept: boolean
  hasDraft: boolean
  /** The draft, or what is published where there is none. */
  draft: EditedProfile
  /** Uids of what is published, its layers and manifests: its rows stay, so a draft beside them needs uids of its own. */
  publishedUids: ReadonlySet<string>
  mayUpdate: boolean
  mayPublish: boolean
}

export interface PlanRequest {
  document: ProfileDocument
  problems: readonly Problem[]
  /** Problems that do not refuse this change. */
  tolerated: readonly ProblemCode[]
  publish: boolean
  /** The profile that is changed, whose own name and version are not taken; undefined when one is created. */
  changes: { uid: string; scope: RequestScope; document: ProfileDocument } | undefined
}

export interface PlannedEdit {
  plan: ImportPlan
  layers: readonly {
    schemaDigest: string
    inspection: TextInspection
    manifestInspections: readonly TextInspection[]
  }[]
}

/** One transaction on the tenant. */
export interface EditStore {
  /** Not theirs looks like not there: null. */
  openProfile: (caller: Caller, uid: string) => Promise<OpenProfile | null>
  /** Whether who may not change the profile sees masks in what a change would start from. */
  holdsSecrets: (uid: string) => Promise<boolean>
  findPacks: FindPacks
  plan: (caller: Caller, request: PlanRequest) => Promise<PlannedEdit>
  createProfile: (caller: Caller, planned: PlannedEdit, options: { showsPublished: boolean }) => Promise<string>
  /** Head, variables and the draft's layers; what is published stays until it is published anew. */
  replaceDraft: (opened: OpenProfile, planned: PlannedEdit, edited: EditedProfile) => Promise<void>
  /** Labels and description of the profile; its draft stays. */
  describe: (uid: string, planned: PlannedEdit) => Promise<void>
  /** The draft takes the place of what is published. */
  publish: (uid: string) => Promise<void>
  audit: (caller: Caller, entry: EditAudit) => Promise<string>
}

export interface EditAudit {
  action: AuditAction
  uid: string
  name: string
  version: string
}

export interface EditPorts {
  newUid: () => string
  /** Reads a document as an import would, off the event loop. */
  read: (bytes: Uint8Array) => Promise<ReadResult>
  transaction: <T>(work: (store: EditStore) => Promise<T>) => Promise<T>
}

export interface EditTools {
  /** Layers that requests describe, beside those that the profile has. */
  layersFrom: (requests: readonly LayerRequest[]) => Promise<EditedProfile['layers']>
  /** For what is created on the way and answered. */
  newUid: () => string
}

/** Changes a copy. Throws an AppError where what it is to change is not there. */
export type ProfileEdit = (current: EditedProfile, tools: EditTools) => EditedProfile | Promise<EditedProfile>

export interface Edited {
  uid: string
  auditUid: string
}

/** A draft may still lack layers, and macros may come later than the profiles that name them. */
const TOLERATED_IN_DRAFTS: readonly ProblemCode[] = ['LayerMissing', 'MacroUndefined']
const TOLERATED_IN_PUBLISHED: readonly ProblemCode[] = ['MacroUndefined']

/**
 * Creates a profile through the engine that imports use: one set of rules, one transaction.
 *
 * @throws AppError with the problems that refuse it.
 */
export async function createProfile(
  ports: EditPorts,
  caller: Caller,
  { edit, publish }: { edit: ProfileEdit; publish: boolean },
): Promise<Edited> {
  return ports.transaction(async (store) => {
    const edited = await edit(EMPTY_PROFILE, toolsOf(ports, store, EMPTY_PROFILE))
    return create(ports, { store, caller, edited, publish, changes: undefined, showsPublished: false })
  })
}

/** Writes a profile that does not exist yet, in a transaction. */
export async function create(ports: EditPorts, planning: Creating): Promise<Edited> {
  const { store, caller, showsPublished } = planning
  const planned = await planEdit(ports, planning)
  const uid = await store.createProfile(caller, planned, { showsPublished })
  const { name, version } = planned.plan
  return { uid, auditUid: await store.audit(caller, { action: 'create', uid, name, version }) }
}

/**
 * Changes the draft of a profile; all of it or nothing, so that no half version is left behind. Labels and description are
 * not part of a draft: where a published profile changes in nothing else, it gets none.
 *
 * @throws AppError ResourceNotFound, Forbidden, ProfileImmutable, or with the problems that refuse it.
 */
export async function editProfile(
  ports: EditPorts,
  caller: Caller,
  { uid, edit }: { uid: string; edit: ProfileEdit },
): Promise<Edited> {
  return ports.transaction(async (store) => {
    const opened = await openFor(store, { caller, uid, permission: 'clusterProfile.update' })
    const edited = await edit(opened.draft, toolsOf(ports, store, opened.draft))
    const isDescribed = opened.isPublished && hasSameContent(opened.draft, edited)
    if (opened.isKept && !isDescribed) throw new AppError('ProfileImmutable')
    const changes = { uid, scope: opened.scope, document: documentOfEdited(opened.draft) }
    const planned = await planEdit(ports, { store, caller, edited, publish: false, changes })
    if (isDescribed) await store.describe(uid, planned)
    else await store.replaceDraft(opened, planned, edited)
    const { name, version } = planned.plan
    return { uid, auditUid: await store.audit(caller, { action: 'update', uid, name, version }) }
  })
}

/**
 * Publishes the draft; a profile without one stays as it is. What a draft may lack, a published profile may not.
 *
 * @throws AppError ResourceNotFound, Forbidden, ProfileImmutable, or with the problems that refuse it.
 */
export async function publishProfile(ports: EditPorts, caller: Caller, uid: string): Promise<Edited> {
  return ports.transaction(async (store) => {
    const opened = await openFor(store, { caller, uid, permission: 'clusterProfile.publish' })
    const { name, version } = opened.draft
    if (opened.hasDraft) {
      if (opened.isKept) throw new AppError('ProfileImmutable')
      const changes = { uid, scope: opened.scope, document: documentOfEdited(opened.draft) }
      await planEdit(ports, { store, caller, edited: opened.draft, publish: true, changes })
      await store.publish(uid)
    }
    return { uid, auditUid: await store.audit(caller, { action: 'publish', uid, name, version }) }
  })
}

const toolsOf = ({ newUid }: EditPorts, store: EditStore, current: EditedProfile): EditTools => ({
  newUid,
  layersFrom: async (requests) =>
    layersFromRequests(requests, { packs: await store.findPacks(requests), current: current.layers }),
})

interface Opening {
  caller: Caller
  uid: string
  permission: Extract<Permission, 'clusterProfile.update' | 'clusterProfile.publish'>
}

async function openFor(store: EditStore, { caller, uid, permission }: Opening): Promise<OpenProfile> {
  const opened = await store.openProfile(caller, uid)
  if (!opened) throw new AppError('ResourceNotFound')
  const isAllowed = permission === 'clusterProfile.update' ? opened.mayUpdate : opened.mayPublish
  if (!isAllowed) throw new AppError('Forbidden')
  return opened
}

export interface Planning {
  store: EditStore
  caller: Caller
  edited: EditedProfile
  publish: boolean
  changes: PlanRequest['changes']
}

export interface Creating extends Planning {
  /** Whether what it was made from is published. */
  showsPublished: boolean
}

/** Says what would be written. @throws AppError with the problems that refuse it. */
export async function planEdit(ports: EditPorts, planning: Planning): Promise<PlannedEdit> {
  const { store, caller, edited, publish, changes } = planning
  const text = serializeDocument(documentOfEdited(edited), { format: 'json', pretty: false })
  const read = await ports.read(new TextEncoder().encode(text))
  if (read.document === null) throw refusalOf(read.problems)
  const planned = await store.plan(caller, {
    document: read.document,
    problems: read.problems,
    tolerated: publish ? TOLERATED_IN_PUBLISHED : TOLERATED_IN_DRAFTS,
    publish,
    changes,
  })
  if (blockingProblems(planned.plan.problems).length > 0) throw refusalOf(planned.plan.problems)
  return planned
}
