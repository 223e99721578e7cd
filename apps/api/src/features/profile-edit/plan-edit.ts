import { withoutFile, withPlaces, type ImportFacts, type Problem, type ProblemCode } from '@waybill/profile-format'
import type { PlannedProfile } from '../../format-tasks/plan/plan-profile.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { blockingProblems, refusalOf, type Refused } from '../../platform/errors/document-refusal.ts'
import type { PlanningTools, UseCase } from '../../platform/use-case.ts'
import { factsQuestion, gatherFacts } from '../profile-plan/index.ts'
import { documentOfEdited, type EditedProfile } from './edited-profile.ts'
import { keptPacks, saidOfLayer } from './layers/kept-packs.ts'
import { refuseImmutable, type OpenedProfile } from './open-profile.ts'

/** A draft may still lack layers, and macros may be created after the profiles that use them. */
const TOLERATED_IN_DRAFTS: readonly ProblemCode[] = ['LayerMissing', 'MacroUndefined']
const TOLERATED_IN_PUBLISHED: readonly ProblemCode[] = ['MacroUndefined']

export interface DraftToPlan {
  /** The profile that is changed, whose own name and version do not count as taken; null if one is created. */
  opened: OpenedProfile | null
  edited: EditedProfile
  publish: boolean
  /** Problems of the request, besides those of its layers. */
  said?: readonly Problem[]
  /** False if masks were already replaced by the stored values. */
  keepsMasked?: boolean
  /** The profile that a clone's layers come from, which the clone does not change. */
  source?: EditedProfile
  /** False if a draft must already be complete enough to publish, because it will be published soon. */
  mayLackLayers?: boolean
  /** False if the layers are left as stored. */
  writesLayers?: boolean
}

export interface PlannedEdit {
  planned: PlannedProfile
  /** Whether it changes nothing but labels and description. */
  hasSameContent: boolean
  /** Warnings about the request, and about faults that the change does not touch. */
  warnings: readonly Problem[]
  /** Packs that no registry holds any more, but whose layers stay. */
  lostPackUids: readonly string[]
  /** Call it in the transaction that writes. @throws OutdatedPlanError */
  checkAgain: (tx: TenantClient) => Promise<void>
}

/** Plans a change. @throws AppError with the problems that refuse it, or ProfileImmutable */
export async function planEdit(use: UseCase<PlanningTools>, editing: DraftToPlan): Promise<PlannedEdit> {
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

function refusedBy({ opened, publish }: DraftToPlan, problems: readonly Problem[]): Refused {
  const isIncomplete = blockingProblems(problems).every(({ code }) => code === 'LayerMissing')
  if (publish || isIncomplete) return 'published'
  return opened ? 'changed' : 'created'
}

/**
 * The profile's own version does not count as taken, its values may be kept, and permissions were checked when it was
 * opened.
 */
const factsOfChange = (facts: ImportFacts, uid: string): ImportFacts => ({
  ...facts,
  permissions: [...facts.permissions, 'clusterProfile.create', 'clusterProfile.publish'],
  existing: facts.existing.filter((version) => version.uid !== uid),
  isNameOfTenant: false,
})
