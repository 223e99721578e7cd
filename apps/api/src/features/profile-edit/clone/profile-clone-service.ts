import type { Caller } from '../../../platform/access/caller.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { inTransaction, planAndWrite } from '../../profile-plan/index.ts'
import { aboutProfile, copyMarks, hasSecrets, mayCreate, mayUnmask, openProfile } from '../../profiles/index.ts'
import { asNew } from '../edited-profile.ts'
import { lockOpened, openedProfile } from '../open-profile.ts'
import { planEdit } from '../plan-edit.ts'
import type { Edited } from '../edit-audit.ts'
import { writeNew, type EditUse } from '../profile-edit-service.ts'

export interface CloneRequest {
  uid: string
  name: string
  version: string | undefined
  /** The same user in the clone's scope, which may be another project. */
  target: Caller
}

/**
 * Creates a draft with another name or version from a profile that the caller sees, in the scope of `target`. Callers
 * who see masks in it are refused, since they could read the masked values in the clone.
 * @throws AppError ResourceNotFound, Forbidden, or with the problems that refuse it
 */
export async function cloneProfile(use: EditUse, clone: CloneRequest): Promise<Edited> {
  return planAndWrite(async () => {
    const { source, planned } = await planClone(use, clone)
    const { target, name } = clone
    return inTransaction(use.db, async (tx) => {
      await lockOpened(tx, source)
      const from = { scopeUid: source.scope.uid, name: source.draft.name }
      const to = { scope: target.scope.kind, scopeUid: target.scope.uid, name }
      await copyMarks(tx, { from, to, verdicts: 'secret' })
      return writeNew(
        tx,
        { ...use, caller: target },
        {
          ...planned,
          clonedFromUid: clone.uid,
          showsPublished: source.isPublished,
        },
      )
    })
  })
}

/** Throws what `cloneProfile` would, and writes nothing. */
export async function checkClone(use: EditUse, clone: CloneRequest): Promise<void> {
  await planClone(use, clone)
}

async function planClone(use: EditUse, { uid, name, version, target }: CloneRequest) {
  const profile = await openProfile(use, uid)
  if (!mayCreate(target)) throw new AppError('Forbidden')
  // What is masked here could be read in the clone. Such a profile can be exported and imported, with its masks filled.
  if (!mayUnmask(use.caller, profile) && hasSecrets(profile)) {
    const params = { permission: 'clusterProfile.update', profile: uid }
    throw new AppError('Forbidden', { params, ...aboutProfile(profile) })
  }
  const source = openedProfile(profile)
  const edited = { ...asNew(source.draft), name, version: version ?? source.draft.version }
  return {
    source,
    planned: await planEdit({ ...use, caller: target }, { opened: null, edited, source: source.draft, publish: false }),
  }
}
