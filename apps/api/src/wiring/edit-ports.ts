import { isFloatingTag, packNameOf, type ImportFacts } from '@waybill/profile-format'
import { findPacksOfLayers } from '../features/packs/pack-of-layer-repository.ts'
import type { EditedProfile } from '../features/profile-edit/edited-profile.ts'
import { isManifestLayer, type LayerRequest } from '../features/profile-edit/layer-request.ts'
import type {
  EditPorts,
  EditStore,
  OpenProfile,
  PlannedEdit,
  PlanRequest,
} from '../features/profile-edit/profile-edit-service.ts'
import { factsQuestion } from '../features/profile-import/facts-question.ts'
import { isVisible, mayOn } from '../features/profiles/profile-access.ts'
import { isKeptVersion } from '../features/profiles/kept-version-repository.ts'
import { createDraftWriter, type ChangedProfile } from '../features/profiles/profile-draft-repository.ts'
import { hasSecrets } from '../features/profiles/mask-profile.ts'
import { createProfileLoader } from '../features/profiles/profile-loader.ts'
import { lockProfile } from '../features/profiles/profile-lock-repository.ts'
import { createProfileReader } from '../features/profiles/profile-read-repository.ts'
import { createProfileWriter } from '../features/profiles/profile-write-repository.ts'
import { hasDraft, layersOf } from '../features/profiles/stored-document.ts'
import type { StoredProfile } from '../features/profiles/stored-profile.ts'
import type { Caller, RequestScope } from '../platform/caller.ts'
import { recordEffect } from '../platform/idempotency-claim.ts'
import type { Platform } from '../platform/platform.ts'
import type { TenantClient, TenantDb } from '../platform/tenant-db.ts'
import { newUid } from '../platform/uid.ts'
import { gatherFacts } from './import-facts.ts'
import { newProfile } from './new-profile.ts'
import { profileToEdit } from './profile-to-edit.ts'

type Tools = Pick<Platform, 'cipher' | 'workers'>

/** Where changing a profile meets profiles, catalogue and the plan that imports use. */
export const editPorts =
  (tools: Tools) =>
  (db: TenantDb): EditPorts => ({
    newUid,
    read: (bytes) => tools.workers.run('readDocument', { bytes, format: 'json' }),
    transaction: (work) => db.$transaction((tx) => work(createStore(tx, tools)), { timeout: 30_000, maxWait: 10_000 }),
  })

function createStore(db: TenantClient, tools: Tools): EditStore {
  const { cipher } = tools
  const reader = createProfileReader(db, cipher)
  return {
    async openProfile(caller, uid) {
      if (!UID.test(uid) || !(await lockProfile(db, uid))) return null
      const profile = await reader.findProfile(uid, ['draft', 'published'])
      if (!profile || !isVisible(caller, profile)) return null
      return openedProfile(caller, profile, profile.isPublished && (await isKeptVersion(db, uid)))
    },
    async holdsSecrets(uid) {
      const load = createProfileLoader({
        ...reader,
        inspectLayers: (layers) => tools.workers.run('inspectLayers', layers),
      })
      const profile = await load(uid, ['draft', 'published'])
      return profile === null || hasSecrets(profile)
    },
    findPacks: (requests) => findPacksOfLayers(db, askedPacks(requests)),
    plan: (caller, request) => planEdit(db, tools, { caller, request }),
    async createProfile(caller, { plan, layers }, { showsPublished }) {
      const uid = newUid()
      const profile = { ...newProfile({ uid, caller, plan, inspected: layers }), showsPublished }
      await createProfileWriter(db, cipher).createProfile(profile)
      return uid
    },
    async replaceDraft(opened, planned, edited) {
      const changed = changedProfile(planned, { opened, edited })
      await createDraftWriter(db, cipher).replaceDraft(changed, opened.draft)
    },
    describe: (uid, { plan }) => createDraftWriter(db, cipher).describeProfile(uid, plan.document),
    publish: (uid) => createDraftWriter(db, cipher).publishDraft(uid),
    audit: (caller, { action, uid, name, version }) =>
      recordEffect(db, { caller, action, resource: { kind: 'clusterprofile', uid, name }, details: { version } }),
  }
}

const UID = /^[0-9a-f]{24}$/

function openedProfile(caller: Caller, profile: StoredProfile, isKept: boolean): OpenProfile {
  const published = layersOf(profile, 'published')
  return {
    uid: profile.uid,
    scope: scopeOf(profile),
    isPublished: profile.isPublished,
    isKept,
    hasDraft: hasDraft(profile),
    draft: profileToEdit(profile),
    publishedUids: new Set(published.flatMap(({ uid, manifests }) => [uid, ...manifests.map((each) => each.uid)])),
    mayUpdate: mayOn(caller, profile, 'clusterProfile.update'),
    mayPublish: mayOn(caller, profile, 'clusterProfile.publish'),
  }
}

/** The scope's name is shown to nobody here. */
const scopeOf = ({ scope, scopeUid }: StoredProfile): RequestScope => ({
  kind: scope === 'project' ? 'project' : 'tenant',
  uid: scopeUid,
  name: '',
})

export function askedPacks(requests: readonly LayerRequest[]) {
  const packs = requests.filter((request) => !isManifestLayer(request))
  const names = packs.flatMap(({ name, tag = '' }) =>
    [...new Set([name, packNameOf(name)])].map((each) => ({
      name: each,
      version: tag,
      prefix: isFloatingTag(tag) ? tag.slice(0, -1) : null,
    })),
  )
  return { uids: packs.flatMap(({ uid = '' }) => (UID.test(uid) ? [uid] : [])), names }
}

interface Planning {
  caller: Caller
  request: PlanRequest
}

async function planEdit(db: TenantClient, tools: Tools, { caller, request }: Planning): Promise<PlannedEdit> {
  const { document, problems, tolerated, publish, changes } = request
  const inScope = changes ? { ...caller, scope: changes.scope } : caller
  const question = factsQuestion(document, {})
  const newest = changes && { uid: changes.uid, document: changes.document }
  const facts = await gatherFacts(db, { question, caller: inScope, cipher: tools.cipher, newest })
  const { plan, inspected } = await tools.workers.run('planToWrite', {
    document,
    problems,
    decisions: { publish, remainingMasks: 'keep' },
    facts: changes ? factsOfChange(facts, changes.uid) : facts,
    tolerated,
  })
  return { plan: { ...plan, document }, layers: inspected }
}

/** The profile's own version is not taken, its values may be kept, and its permission was asked when it was opened. */
const factsOfChange = (facts: ImportFacts, uid: string): ImportFacts => ({
  ...facts,
  permissions: [...facts.permissions, 'clusterProfile.create', 'clusterProfile.publish'],
  existing: facts.existing.filter((version) => version.uid !== uid),
})

interface Change {
  opened: OpenProfile
  edited: EditedProfile
}

function changedProfile({ plan, layers }: PlannedEdit, { opened, edited }: Change): ChangedProfile {
  const { uid, scope, publishedUids } = opened
  const free = (wanted: string) => (publishedUids.has(wanted) ? '' : wanted)
  const changed = newProfile({ uid, caller: { scope, userUid: '' }, plan, inspected: layers })
  return {
    ...changed,
    layers: changed.layers.map((layer, index) => ({
      ...layer,
      uid: free(edited.layers[index]?.uid ?? ''),
      manifestUids: (edited.layers[index]?.manifests ?? []).map((manifest) => free(manifest.uid)),
    })),
  }
}
