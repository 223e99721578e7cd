import { inTransaction, planAndWrite } from '../../profile-plan/index.ts'
import { copyMarks, followRenamedTexts, refuseChanged } from '../../profiles/index.ts'
import { asNew } from '../edited-profile.ts'
import { lockOpened } from '../open-profile.ts'
import { planEdit } from '../plan-edit.ts'
import type { Edited } from '../edit-audit.ts'
import { openAndApply, writeNew, type Editing, type EditUse } from '../profile-edit-service.ts'
import { renamedTexts } from '../renamed-texts.ts'

/**
 * Saves a change of a profile as a new version in its scope; the profile itself stays as it is. Untouched masks keep
 * the stored values, so it needs permission to change the profile, too.
 * @throws AppError ResourceNotFound, Forbidden, ProfileChanged, or with the problems that refuse it
 */
export async function saveAsVersion(use: EditUse, { uid, edit, revision, publish = false }: Editing): Promise<Edited> {
  return planAndWrite(async () => {
    const { opened, edited, masks } = await openAndApply(use, { uid, edit, needs: ['clusterProfile.create'] })
    refuseChanged(revision, opened.revision)
    const { scope } = opened
    const there = { ...use, caller: { ...use.caller, scope } }
    const planned = await planEdit(there, {
      opened: null,
      edited: asNew(edited),
      source: opened.draft,
      publish,
      ...masks,
    })
    return inTransaction(use.db, async (tx) => {
      await lockOpened(tx, opened)
      const from = { scopeUid: scope.uid, name: opened.draft.name }
      const to = { scope: scope.kind, scopeUid: scope.uid, name: edited.name }
      await copyMarks(tx, { from, to, verdicts: 'secret' })
      await followRenamedTexts(tx, to, renamedTexts(opened.draft, edited))
      return writeNew(tx, there, planned)
    })
  })
}
