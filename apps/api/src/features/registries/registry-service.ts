import type { Caller } from '../../platform/access/caller.ts'
import { isDeepStrictEqual } from 'node:util'
import type { AuditAction, AuditEntry } from '../../platform/audit/audit-log.ts'
import { recordEffect } from '../../platform/idempotency/idempotency-claim.ts'
import type { TenantClient, TenantDb } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { fieldProblem } from '../../platform/errors/field-errors.ts'
import type { Platform } from '../../platform/platform.ts'
import { markLayersOfPacks, takePacks } from '../profiles/index.ts'
import { connectionWith, type OpenRegistry, type RegistryConnection } from '../registry-connection/index.ts'
import { requestSync } from '../registry-sync/index.ts'
import { settleCredentials, type RegistryDraft } from './forms/registry-draft.ts'
import { checkAddress } from './probe/check-address.ts'
import { createRegistryRepository, type StoredRegistry } from './registry-repository.ts'
import { timeLimit } from '../../platform/time-limits.ts'

export interface RegistryTools extends Pick<Platform, 'cipher' | 'config' | 'jobs' | 'prisma'> {
  openRegistry: OpenRegistry
}

const AUDITED_FIELDS = [
  'name', 'endpoint', 'basePath', 'baseContentPath', 'providerType', 'ociType', 'defaultRegion', 'authType', 'isPrivate',
  'isSyncSupported', 'credentials',
] as const // prettier-ignore

/** The caller, their tenant, and the tools for its registries. */
export interface RegistryUse {
  db: TenantDb
  caller: Caller
  tools: RegistryTools
}

interface Written {
  uid: string
  auditUid: string
}

/** A registry by uid; one of another form looks like one that does not exist. */
export interface Wanted {
  uid: string
  isOfForm: (registry: { kind: string; ociType: string }) => boolean
}

/** Deleting a registry marks every layer that used one of its packs. */
const within = () => ({ timeout: timeLimit(60_000), maxWait: timeLimit(10_000) })

/** @throws AppError RegistryExists, ForbiddenUrl, RegistryCredentialsNeeded */
export async function createRegistry(
  use: RegistryUse,
  { draft, skipSync }: { draft: RegistryDraft; skipSync: boolean },
): Promise<Written> {
  const { db, caller, tools } = use
  const registry = { ...draft, credentials: settleCredentials(draft, undefined) }
  await checkAddress(draft, tools)
  const uid = newUid()
  const auditUid = await db.$transaction(async (tx) => {
    await createRegistryRepository(tx, tools.cipher).create(uid, registry)
    return audit(tx, caller, { action: 'create', registry: { uid, name: draft.name }, details: { kind: draft.kind } })
  }, within())
  if (draft.isSyncSupported && !skipSync) {
    await requestSync({ db, caller, jobs: tools.jobs }, { registryUid: uid, trigger: 'create', isForced: false })
  }
  return { uid, auditUid }
}

/** @throws AppError ResourceNotFound, RegistryReadOnly, RegistryExists, ForbiddenUrl, RegistryCredentialsNeeded */
export async function replaceRegistry(
  { db, caller, tools }: RegistryUse,
  { wanted, draft, forceSync }: { wanted: Wanted; draft: RegistryDraft; forceSync: boolean },
): Promise<string> {
  await checkAddress(draft, tools)
  const { change, auditUid } = await db.$transaction(async (tx) => {
    const registries = createRegistryRepository(tx, tools.cipher)
    const known = ofForm(await registries.find({ uid: wanted.uid }), wanted)
    const { uid, kind, name } = known
    if (known.isDefault && name !== draft.name) {
      throw new AppError('RegistryReadOnly', { details: [fieldProblem('metadata.name')] })
    }
    const registry = { ...draft, credentials: settleCredentials(draft, known) }
    const change = compare(known, registry)
    await registries.replace(uid, registry, change)
    const details = { kind, changed: changedFields(known, registry) }
    const entry = { action: 'update', registry: { uid, name: draft.name }, details } as const
    return { change, auditUid: await audit(tx, caller, entry) }
  }, within())
  if (draft.isSyncSupported && (change.isOther || forceSync)) {
    const isForced = change.isMoved || forceSync
    await requestSync({ db, caller, jobs: tools.jobs }, { registryUid: wanted.uid, trigger: 'request', isForced })
  }
  return auditUid
}

/** Names only: the values stay out of the log. */
const changedFields = (known: StoredRegistry, registry: RegistryDraft): string[] =>
  AUDITED_FIELDS.filter((field) => !isDeepStrictEqual(known[field], registry[field]))

/** Whether the registry is opened differently than before, and whether it is a different registry altogether. */
function compare(known: StoredRegistry, registry: RegistryDraft) {
  const before = connectionWith(known, known.credentials)
  const after = connectionWith(registry, registry.credentials)
  const place = ({ endpoint, basePath, baseContentPath, providerType }: RegistryConnection) =>
    JSON.stringify([endpoint, basePath, baseContentPath, providerType])
  return { isOther: JSON.stringify(before) !== JSON.stringify(after), isMoved: place(before) !== place(after) }
}

/** @throws AppError ResourceNotFound, RegistryReadOnly, RegistryInUse */
export function deleteRegistry(
  { db, caller, tools }: RegistryUse,
  { wanted, force }: { wanted: Wanted; force: boolean },
): Promise<string> {
  return db.$transaction(async (tx) => {
    await takePacks(tx)
    const registries = createRegistryRepository(tx, tools.cipher)
    const known = ofForm(await registries.find({ uid: wanted.uid }), wanted)
    if (known.isDefault) throw new AppError('RegistryReadOnly')
    const { packUids, profiles } = await registries.findUse(known.uid)
    if (profiles > 0 && !force) throw new AppError('RegistryInUse', { params: { profiles } })
    await registries.remove(known.uid)
    const invalidLayers = await markLayersOfPacks(tx, packUids)
    const details = { kind: known.kind, force, profiles, invalidLayers }
    return audit(tx, caller, { action: 'delete', registry: known, details })
  }, within())
}

function ofForm(known: StoredRegistry | null, { isOfForm }: Wanted): StoredRegistry {
  if (!known || !isOfForm(known)) throw new AppError('ResourceNotFound')
  return known
}

interface Change {
  action: AuditAction
  registry: { uid: string; name: string }
  details: AuditEntry['details'] & {}
}

const audit = (tx: TenantClient, caller: Caller, { action, registry: { uid, name }, details }: Change) =>
  recordEffect(tx, { caller, action, resource: { kind: 'registry', uid, name }, details })
