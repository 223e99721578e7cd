import { recordAudit } from '../../platform/audit/audit-log.ts'
import { warningsBody } from '../../platform/errors/warnings.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'
import type { PlanningTools, UseCase } from '../../platform/use-case.ts'
import { inTransaction, newProfile, planAndWrite } from '../profile-plan/index.ts'
import {
  followRenamedTexts,
  describeProfile,
  insertProfile,
  markLayersOfPacks,
  publishDraft,
  refuseChanged,
  replaceDraft,
  type NewProfile,
} from '../profiles/index.ts'
import { changedNames } from './changed-names.ts'
import { recordEdit, eventOf, type Edited } from './edit-audit.ts'
import { EMPTY_PROFILE, type EditedProfile } from './edited-profile.ts'
import { withFollowedEmptyValues } from './empty-values/followed-empty-values.ts'
import { findLayers } from './layers/find-layers.ts'
import type { LayerRequest } from './layers/layer-request.ts'
import { lostInDescription, restoredProfile } from './masks/restored-profile.ts'
import { lockOpened, openForEdit, openShown, refuseImmutable, type OpenedProfile } from './open-profile.ts'
import { planEdit, type PlannedEdit } from './plan-edit.ts'
import { renamedTexts } from './renamed-texts.ts'

export type EditUse = UseCase<PlanningTools>

/** Resolves layers described by requests, against the profile's current layers. */
export type LayersFrom = (requests: readonly LayerRequest[]) => Promise<EditedProfile['layers']>

/**
 * Changes a copy; throws an AppError if what it changes does not exist. Runs again if somebody else changed the profile
 * meanwhile.
 */
export type ProfileEdit = (current: EditedProfile, layersFrom: LayersFrom) => EditedProfile | Promise<EditedProfile>

interface Creation {
  edit: ProfileEdit
  /** Undefined if the request does not mention it: clients then publish with a second request. */
  publish: boolean | undefined
}

/**
 * Creates a profile through the engine that imports use: the same rules, in one transaction. Unless a draft is
 * explicitly requested, a profile with layers must have all of them: clients publish with a second request, and a
 * profile that cannot be published would be left behind and be in the way of their next attempt.
 * @throws AppError with the problems that refuse it
 */
export async function createProfile(use: EditUse, { edit, publish }: Creation) {
  return planAndWrite(async () => {
    const edited = await apply(use, edit, EMPTY_PROFILE)
    const mayLackLayers = publish === false || (publish === undefined && edited.layers.length === 0)
    const planned = await planEdit(use, { opened: null, edited, publish: publish === true, mayLackLayers })
    return inTransaction(use.db, (tx) => writeNew(tx, use, planned))
  })
}

interface MadeFrom {
  clonedFromUid?: string
  /** Whether the profile that it was made from is published. */
  showsPublished?: boolean
}

/** Writes a planned profile that does not exist yet. */
export async function writeNew(
  tx: TenantClient,
  { caller, tools }: UseCase<'cipher'>,
  { planned, warnings, lostPackUids, checkAgain, showsPublished = false, clonedFromUid }: PlannedEdit & MadeFrom,
): Promise<Edited> {
  await checkAgain(tx)
  const profile = { ...newProfile({ uid: newUid(), caller, planned }), showsPublished, clonedFromUid }
  await insertProfile(tx, tools.cipher, profile)
  await markLayersOfPacks(tx, lostPackUids)
  return recordEdit(tx, caller, {
    action: 'create',
    ...profile,
    warnings,
    answer: { uid: profile.uid, ...warningsBody(warnings) },
  })
}

export interface Editing {
  uid: string
  edit: ProfileEdit
  /** Whether to publish the change at once. */
  publish?: boolean
  /** The revision that the change was made from; undefined if the current state does not matter. */
  revision?: string | undefined
  /** The answer to a change that creates something, if it is more than the uid. */
  answer?: (() => object) | undefined
  /** Also runs in the change's transaction, after the change. */
  afterwards?: ((tx: TenantClient, opened: OpenedProfile) => Promise<void>) | undefined
}

/**
 * Changes a profile's draft, all or nothing. Labels and description are not part of a draft: a published profile gets
 * none if nothing else changes.
 * @throws AppError ResourceNotFound, Forbidden, ProfileImmutable, ProfileChanged, or with the problems that refuse it
 */
export async function editProfile(
  use: EditUse,
  { uid, edit, revision, afterwards, answer, publish = false }: Editing,
): Promise<Edited> {
  const { db, caller, tools } = use
  return planAndWrite(async () => {
    const needs = publish ? (['clusterProfile.publish'] as const) : []
    const { opened, edited, masks } = await openAndApply(use, { uid, edit, needs })
    refuseChanged(revision, opened.revision)
    const plan = await planEdit(use, { opened, edited, publish, ...masks })
    const { planned, hasSameContent, warnings, lostPackUids, checkAgain } = plan
    return inTransaction(db, async (tx) => {
      await lockOpened(tx, opened)
      const isPublishing = publish && (opened.hasDraft || !opened.isPublished || !hasSameContent)
      if (!hasSameContent || isPublishing) await refuseImmutable(tx, opened)
      await checkAgain(tx)
      const profile = newProfile({ uid, caller: { scope: opened.scope, userUid: '' }, planned })
      if (opened.isPublished && hasSameContent) await describeProfile(tx, uid, profile)
      else
        await replaceDraft(tx, tools.cipher, { profile: withKnownUids(profile, opened, edited), before: opened.draft })
      await followRenamedTexts(
        tx,
        { scopeUid: opened.scope.uid, name: profile.name },
        renamedTexts(opened.draft, edited),
      )
      await markLayersOfPacks(tx, lostPackUids)
      await afterwards?.(tx, opened)
      if (isPublishing) {
        await publishDraft(tx, tools.cipher, uid)
        await recordAudit(tx, { caller, ...eventOf({ action: 'publish', ...profile }) })
      }
      const changed = changedNames(opened.draft, edited)
      return recordEdit(tx, caller, { action: 'update', ...profile, warnings, changed, answer: answer?.() })
    })
  })
}

/**
 * Publishes the draft. Without a draft it does nothing and writes no audit event, so the second of two concurrent calls
 * has no effect. A draft may be incomplete, a published profile may not.
 * @throws AppError ResourceNotFound, Forbidden, ProfileImmutable, ProfileChanged, or with the problems that refuse it
 */
export async function publishProfile(
  use: EditUse,
  { uid, revision }: Pick<Editing, 'uid' | 'revision'>,
): Promise<Edited | undefined> {
  const { db, caller, tools } = use
  return planAndWrite(async () => {
    const opened = await openForEdit(use, uid, 'clusterProfile.publish')
    refuseChanged(revision, opened.revision)
    const { hasDraft, draft: edited } = opened
    if (!hasDraft) return undefined
    const plan = await planEdit(use, { opened, edited, publish: true, writesLayers: false })
    return inTransaction(db, async (tx) => {
      await lockOpened(tx, opened)
      await refuseImmutable(tx, opened)
      await plan.checkAgain(tx)
      await publishDraft(tx, tools.cipher, uid)
      return recordEdit(tx, caller, { action: 'publish', uid, ...edited, warnings: plan.warnings })
    })
  })
}

const apply = (use: EditUse, edit: ProfileEdit, current: EditedProfile) =>
  edit(current, (requests) => findLayers(use.db, requests, current.layers))

interface Opening {
  uid: string
  edit: ProfileEdit
  /** Permissions needed besides changing the profile. */
  needs?: readonly ('clusterProfile.create' | 'clusterProfile.publish')[]
}

/** A screen sends back masks, which are replaced by the stored values; other callers have the true values. */
export async function openAndApply(use: EditUse, { uid, edit, needs = [] }: Opening) {
  const permissions = ['clusterProfile.update', ...needs] as const
  if (use.caller.via !== 'session') {
    const opened = await openForEdit(use, uid, ...permissions)
    const edited = withFollowedEmptyValues(await apply(use, edit, opened.draft), opened.draft)
    return { opened, edited, masks: {} }
  }
  const opened = await openShown(use, uid, ...permissions)
  const sent = await apply(use, edit, opened.draft)
  const restored = await restoredProfile(use, { sent, shown: opened.shown, stored: opened.draft })
  const edited = withFollowedEmptyValues(restored, opened.draft)
  return { opened, edited, masks: { keepsMasked: false, said: lostInDescription(edited, opened.shown) } }
}

/** Unchanged layers and manifests keep their uids, unless those are in use by published rows. */
function withKnownUids(profile: NewProfile, { publishedUids }: OpenedProfile, { layers }: EditedProfile): NewProfile {
  const free = (wanted: string) => (publishedUids.has(wanted) ? '' : wanted)
  return {
    ...profile,
    layers: profile.layers.map((layer, index) => ({
      ...layer,
      uid: free(layers[index]?.uid ?? ''),
      manifestUids: (layers[index]?.manifests ?? []).map((manifest) => free(manifest.uid)),
    })),
  }
}
