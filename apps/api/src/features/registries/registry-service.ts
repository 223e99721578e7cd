import { AppError } from '../../platform/http/errors/app-error.ts'
import type { RegistryConnection } from '../../platform/registry-connection.ts'
import { connectionWith } from '../../platform/registry-credentials.ts'
import { fieldProblem, settleCredentials, type RegistryDraft, type StoredAccess } from './forms/registry-draft.ts'

export interface KnownRegistry extends StoredAccess {
  uid: string
  name: string
  kind: string
  ociType: string
  providerType: string
  basePath: string
  baseContentPath: string
  defaultRegion: string
  authType: string
  isDefault: boolean
}

export interface RegistryStore {
  find: (uid: string) => Promise<KnownRegistry | null>
  /** Drafts are written as they are: their masks have given way to secrets. */
  create: (uid: string, registry: RegistryDraft) => Promise<void>
  replace: (uid: string, registry: RegistryDraft, change: { isMoved: boolean }) => Promise<void>
  /** With its packs. */
  remove: (uid: string) => Promise<void>
  /** Uids of packs that layers use, and how many profiles these layers are of. */
  findUse: (uid: string) => Promise<{ packUids: string[]; profiles: number }>
  audit: (
    action: 'create' | 'update' | 'delete',
    registry: { uid: string; name: string },
    details: Record<string, string | number | boolean>,
  ) => Promise<string>
}

/** Inside a transaction. */
export interface RegistryChanges extends RegistryStore {
  /** Says of layers that their packs are gone. @returns how many layers that changed. */
  markLayers: (packUids: readonly string[]) => Promise<number>
}

export interface RegistryPorts {
  transaction: <T>(work: (store: RegistryChanges) => Promise<T>) => Promise<T>
  store: RegistryStore
  newUid: () => string
  /** @throws AppError ForbiddenUrl when the address may not be asked. Asks nothing. */
  checkAddress: (registry: RegistryDraft) => Promise<void>
  /** Opens the registry and asks it; ten seconds at most. @throws AppError with the outcome when it is not `ok`. */
  probe: (connection: RegistryConnection) => Promise<void>
  countProbe: () => Promise<void>
  requestSync: (uid: string, request: { trigger: 'create' | 'request'; isForced: boolean }) => Promise<void>
}

interface Written {
  uid: string
  auditUid: string
}

/** A registry by uid; one that is not of the form looks like one that is not there. */
export interface Wanted {
  uid: string
  isOfForm: (registry: { kind: string; ociType: string }) => boolean
}

/** @throws AppError RegistryExists, ForbiddenUrl, RegistryCredentialsNeeded */
export async function createRegistry(
  ports: RegistryPorts,
  { draft, skipSync }: { draft: RegistryDraft; skipSync: boolean },
): Promise<Written> {
  const registry = { ...draft, credentials: settleCredentials(draft, undefined) }
  await ports.checkAddress(draft)
  const uid = ports.newUid()
  const auditUid = await ports.transaction(async (store) => {
    await store.create(uid, registry)
    return store.audit('create', { uid, name: draft.name }, { kind: draft.kind })
  })
  if (draft.isSyncSupported && !skipSync) await ports.requestSync(uid, { trigger: 'create', isForced: false })
  return { uid, auditUid }
}

/** @throws AppError ResourceNotFound, RegistryReadOnly, RegistryExists, ForbiddenUrl, RegistryCredentialsNeeded */
export async function replaceRegistry(
  ports: RegistryPorts,
  { wanted, draft, forceSync }: { wanted: Wanted; draft: RegistryDraft; forceSync: boolean },
): Promise<string> {
  await ports.checkAddress(draft)
  const { change, auditUid } = await ports.transaction((store) => replaceIn(store, wanted, draft))
  if (draft.isSyncSupported && (change.isOther || forceSync)) {
    await ports.requestSync(wanted.uid, { trigger: 'request', isForced: change.isMoved || forceSync })
  }
  return auditUid
}

async function replaceIn(store: RegistryStore, wanted: Wanted, draft: RegistryDraft) {
  const known = await getRegistry(store, wanted)
  const { uid, kind, name } = known
  if (known.isDefault && name !== draft.name) {
    throw new AppError('RegistryReadOnly', { details: [fieldProblem('metadata.name')] })
  }
  const registry = { ...draft, credentials: settleCredentials(draft, known) }
  const change = compare(known, registry)
  await store.replace(uid, registry, change)
  return { change, auditUid: await store.audit('update', { uid, name: draft.name }, { kind }) }
}

/** Whether it is opened in another way than before, and whether it is another place altogether. */
function compare(known: KnownRegistry, registry: RegistryDraft) {
  const before = connectionWith(known, known.credentials)
  const after = connectionWith(registry, registry.credentials)
  const place = ({ endpoint, basePath, baseContentPath, providerType }: RegistryConnection) =>
    JSON.stringify([endpoint, basePath, baseContentPath, providerType])
  return { isOther: JSON.stringify(before) !== JSON.stringify(after), isMoved: place(before) !== place(after) }
}

/** @throws AppError ResourceNotFound, RegistryReadOnly, RegistryInUse */
export function deleteRegistry(
  { transaction }: RegistryPorts,
  { wanted, force }: { wanted: Wanted; force: boolean },
): Promise<string> {
  return transaction(async (store) => {
    const known = await getRegistry(store, wanted)
    if (known.isDefault) throw new AppError('RegistryReadOnly')
    const { packUids, profiles } = await store.findUse(known.uid)
    if (profiles > 0 && !force) throw new AppError('RegistryInUse', { params: { profiles } })
    await store.remove(known.uid)
    const invalidLayers = await store.markLayers(packUids)
    return store.audit('delete', known, { kind: known.kind, force, profiles, invalidLayers })
  })
}

/**
 * Asks whether a registry of this kind answers and lets us in.
 *
 * @throws AppError ForbiddenUrl, RegistryUnreachable, RegistryUnauthorised, NotARegistry, RegistryCredentialsNeeded, TooManyRequests
 */
export async function probeRegistry(
  ports: RegistryPorts,
  { draft, registryUid }: { draft: RegistryDraft; registryUid: string },
): Promise<void> {
  await ports.countProbe()
  await ports.checkAddress(draft)
  const known = registryUid === '' ? null : await ports.store.find(registryUid)
  await ports.probe(connectionWith(draft, settleCredentials(draft, known ?? undefined)))
}

async function getRegistry(store: RegistryStore, { uid, isOfForm }: Wanted): Promise<KnownRegistry> {
  const known = await store.find(uid)
  if (!known || !isOfForm(known)) throw new AppError('ResourceNotFound')
  return known
}
