import type { ImportFacts, ProblemCode } from '@waybill/profile-format'
import type { PlannedProfile } from '../../format-tasks/plan-profile.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { refusalOf } from '../../platform/http/errors/document-refusal.ts'
import type { UseCase } from '../../platform/use-case.ts'
import { factsQuestion, gatherFacts } from '../profile-plan/index.ts'
import { documentOfEdited, type EditedProfile } from './edited-profile.ts'
import { refuseKept, type OpenProfile } from './open-profile.ts'

/** A draft may still lack layers, and macros may come later than the profiles that name them. */
const TOLERATED_IN_DRAFTS: readonly ProblemCode[] = ['LayerMissing', 'MacroUndefined']
const TOLERATED_IN_PUBLISHED: readonly ProblemCode[] = ['MacroUndefined']

export interface Editing {
  /** The profile that is changed, whose own name and version are not taken; null when one is created. */
  opened: OpenProfile | null
  edited: EditedProfile
  publish: boolean
  /** False where the layers stay as they were written. */
  writesLayers?: boolean
}

export interface PlannedEdit {
  planned: PlannedProfile
  /** Whether it changes labels and description at most. */
  hasSameContent: boolean
  /** In the transaction that writes it. @throws OutdatedPlanError */
  checkAgain: (tx: TenantClient) => Promise<void>
}

/** Says what would be written. @throws AppError with the problems that refuse it, or ProfileImmutable. */
export async function planEdit(use: UseCase<'cipher' | 'workers'>, editing: Editing): Promise<PlannedEdit> {
  const { db, caller, tools } = use
  const { opened, edited, publish, writesLayers = true } = editing
  const document = documentOfEdited(edited)
  const before = opened ? documentOfEdited(opened.draft) : undefined
  const { facts, checkAgain } = await gatherFacts(db, {
    question: factsQuestion(document, {}),
    caller: opened ? { ...caller, scope: opened.scope } : caller,
    cipher: tools.cipher,
    newest: opened && before && { uid: opened.uid, document: before },
  })
  const { planned, problems, hasSameContent } = await tools.workers.run('planEdit', {
    before,
    document,
    facts: opened ? factsOfChange(facts, opened.uid) : facts,
    publish,
    tolerated: publish ? TOLERATED_IN_PUBLISHED : TOLERATED_IN_DRAFTS,
    writesLayers,
  })
  if (planned) return { planned, hasSameContent, checkAgain }
  if (opened && !hasSameContent) await refuseKept(db, opened)
  throw refusalOf(problems)
}

/** The profile's own version is not taken, its values may be kept, and its permission was asked when it was opened. */
const factsOfChange = (facts: ImportFacts, uid: string): ImportFacts => ({
  ...facts,
  permissions: [...facts.permissions, 'clusterProfile.create', 'clusterProfile.publish'],
  existing: facts.existing.filter((version) => version.uid !== uid),
})
