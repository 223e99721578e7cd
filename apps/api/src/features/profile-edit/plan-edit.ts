import { withoutFile, withPlaces, type ImportFacts, type Problem, type ProblemCode } from '@waybill/profile-format'
import type { PlannedProfile } from '../../format-tasks/plan/plan-profile.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { blockingProblems, refusalOf, type Refused } from '../../platform/errors/document-refusal.ts'
import type { PlanningTools, UseCase } from '../../platform/use-case.ts'
import { factsQuestion, gatherFacts } from '../profile-plan/index.ts'
import { documentOfEdited, type EditedProfile } from './edited-profile.ts'
import { keptPacks, saidOfLayer } from './layers/kept-packs.ts'
import { refuseImmutable, type OpenProfile } from './open-profile.ts'

/** A draft may still lack layers, and macros may come later than the profiles that name them. */
const TOLERATED_IN_DRAFTS: readonly ProblemCode[] = ['LayerMissing', 'MacroUndefined']
const TOLERATED_IN_PUBLISHED: readonly ProblemCode[] = ['MacroUndefined']

export interface Editing {
  /** The profile that is changed, whose own name and version are not taken; null when one is created. */
  opened: OpenProfile | null
  edited: EditedProfile
  publish: boolean
  /** What is to be said of the change beside what its layers say. */
  said?: readonly Problem[]
  /** False where masks that stand for something were put back already. */
  keepsMasked?: boolean
  /** What the layers come from where that is another profile: a clone touches none of them. */
  source?: EditedProfile
  /** False where a draft is held to what publishing it will ask for, as it is not meant to stay one. */
  mayLackLayers?: boolean
  /** False where the layers stay as they were written. */
  writesLayers?: boolean
}

export interface PlannedEdit {
  planned: PlannedProfile
  /** Whether it changes labels and description at most. */
  hasSameContent: boolean
  /** What is to be known of what was asked for, and of what is not as it should be though the change does not touch it. */
  warnings: readonly Problem[]
  /** Packs of layers that stay although no registry holds them. */
  lostPackUids: readonly string[]
  /** In the transaction that writes it. @throws OutdatedPlanError */
  checkAgain: (tx: TenantClient) => Promise<void>
}

/** Says what would be written. @throws AppError with the problems that refuse it, or ProfileImmutable. */
export async function planEdit(use: UseCase<PlanningTools>, editing: Editing): Promise<PlannedEdit> {
  const { db, caller, tools } = use
  const { opened, edited, publish, source = opened?.draft, mayLackLayers = !publish, writesLayers = true } = editing
  const document = documentOfEdited(edited)
  const before = source && documentOfEdited(source)
  const kept = keptPacks(edited.layers, source?.layers ?? [])
  const { facts, said, checkAgain } = await gatherFacts(db, {
    question: factsQuestion(document, {}, kept),
    caller: opened ? { ...caller, scope: opened.scope } : caller,
    tools,
    newest: opened && before && { uid: opened.uid, document: before },
    kept,
  })
  const { planned, problems, hasSameContent } = await tools.workers.run('planEdit', {
    before,
    document,
    said: [...said, ...(editing.said ?? []), ...edited.layers.flatMap(saidOfLayer)],
    keepsMasked: editing.keepsMasked ?? true,
    facts: opened ? factsOfChange(facts, opened.uid) : facts,
    publish,
    emptyValues: edited.emptyValues,
    tolerated: mayLackLayers ? TOLERATED_IN_DRAFTS : TOLERATED_IN_PUBLISHED,
    writesLayers,
  })
  const lost = [...(facts.kept?.values() ?? [])].filter(({ isHere }) => !isHere)
  const lostPackUids = lost.map(({ pack }) => pack.packUid)
  if (planned) {
    const warnings = withPlaces(withoutFile(planned.plan.problems), document)
    return { planned, hasSameContent, warnings, lostPackUids, checkAgain }
  }
  if (opened && !hasSameContent) await refuseImmutable(db, opened)
  throw refusalOf(withPlaces(withoutFile(problems), document), refusedBy(editing, problems))
}

function refusedBy({ opened, publish }: Editing, problems: readonly Problem[]): Refused {
  const isIncomplete = blockingProblems(problems).every(({ code }) => code === 'LayerMissing')
  if (publish || isIncomplete) return 'published'
  return opened ? 'changed' : 'created'
}

/** The profile's own version is not taken, its values may be kept, and its permission was asked when it was opened. */
const factsOfChange = (facts: ImportFacts, uid: string): ImportFacts => ({
  ...facts,
  permissions: [...facts.permissions, 'clusterProfile.create', 'clusterProfile.publish'],
  existing: facts.existing.filter((version) => version.uid !== uid),
  isNameOfTenant: false,
})
