import type { ImportDecisionsBody, ImportPlanBody, ProblemBody } from '@waybill/api-contract'
import { layerIndexOf, packNameOf, PROBLEM_GROUPS, type ProblemGroup } from '@waybill/profile-format'
import { macroChoice, type MacroChoice, type MaskChoice } from '../state/import-decisions.ts'

export type PlannedLayer = ImportPlanBody['layers'][number]
type LeftOutLayer = ImportPlanBody['leftOut'][number]
type MaskedPlace = ImportPlanBody['masked'][number]
type PlannedMacro = ImportPlanBody['macros'][number]

interface RowBase {
  /** Stable while the document stays the same. */
  id: string
  /** False once it is settled. */
  isBlocking: boolean
  problems: readonly ProblemBody[]
}

/** One row of Validate: a problem with its remedy. */
export type ValidateRow =
  | (RowBase & { kind: 'name' })
  | (RowBase & { kind: 'pack-version'; layer: PlannedLayer; taken: string | undefined })
  | (RowBase & { kind: 'left-out'; layer: LeftOutLayer })
  | (RowBase & { kind: 'values'; layer: PlannedLayer; isEdited: boolean })
  | (RowBase & { kind: 'pack-constraint'; layers: readonly PlannedLayer[] })
  | (RowBase & { kind: 'registry'; layer: PlannedLayer; taken: string | undefined })
  | (RowBase & { kind: 'macro'; macro: PlannedMacro; choice: MacroChoice | undefined })
  | (RowBase & { kind: 'masked'; masked: MaskedPlace; choice: MaskChoice | undefined })
  | (RowBase & { kind: 'problem' })

export interface ValidateGroup {
  name: ProblemGroup
  rows: readonly ValidateRow[]
}

export const GROUP_TITLES: Record<ProblemGroup, string> = {
  file: 'File',
  name: 'Name and version',
  packs: 'Packs',
  macros: 'Macros',
  masked: 'Masked values',
  values: 'Values and constraints',
  variables: 'Variables',
  unknown: 'Not recognised',
  permissions: 'Permissions',
}

/** What the problems of a row say, one after the other. */
export const messagesOf = (problems: readonly ProblemBody[]): string => problems.map(({ message }) => message).join(' ')

const rowOf = (id: string, problems: readonly ProblemBody[]): RowBase => ({
  id,
  problems,
  isBlocking: problems.some(({ severity }) => severity === 'error'),
})

const VERSION_CODES = ['PackNotFound', 'PackVersionNotFound']
const REGISTRY_CODES = ['RegistryNotFound', 'PackNotInRegistry', 'DecisionInvalid']

type ByPack = ReadonlyMap<number | undefined, readonly ProblemBody[]>

function packRows(plan: ImportPlanBody, decisions: ImportDecisionsBody): ValidateRow[] {
  // Indexed once: a file may have a thousand layers and as many problems.
  const byPack: ByPack = Map.groupBy(plan.problems, ({ path }) => layerIndexOf(path))
  return plan.layers.flatMap((layer): ValidateRow[] => {
    const taken = decisions.packVersions?.[String(layer.index)]
    const ofLayer = byPack.get(layer.index) ?? []
    const problems = ofLayer.filter(({ code }) => VERSION_CODES.includes(code))
    const isMissing = problems.length > 0 || taken !== undefined
    return isMissing
      ? [{ kind: 'pack-version', layer, taken, ...rowOf(`pack-${layer.index}`, problems) }]
      : registryRow(layer, ofLayer, decisions.registries?.[String(layer.index)])
  })
}

function leftOutRows({ leftOut }: ImportPlanBody): ValidateRow[] {
  return leftOut.map((layer) => ({ kind: 'left-out', layer, ...rowOf(`left-out-${layer.index}`, []) }))
}

/** Layers whose values have problems or were edited. */
function valuesRows({ layers, problems, editedValues }: ImportPlanBody): ValidateRow[] {
  const edited = new Set(editedValues.map(({ index }) => index))
  const byPath = Map.groupBy(
    problems.filter(({ group, severity }) => group === 'values' && severity === 'error'),
    ({ path }) => path,
  )
  return layers.flatMap((layer): ValidateRow[] => {
    const found = byPath.get(`spec.template.packs[${layer.index}].values`) ?? []
    const isEdited = edited.has(layer.index)
    if (found.length === 0 && !isEdited) return []
    return [{ kind: 'values', layer, isEdited, ...rowOf(`values-${layer.index}`, found) }]
  })
}

const CONSTRAINT_CODES = ['PackDependencyVersion', 'PackConflict']

const isOfPack = ({ name }: PlannedLayer, pack: unknown) => packNameOf(name) === pack

/** Packs that do not go together: the one with the constraint, and the others that it names. */
function constraintRows({ problems, layers }: ImportPlanBody): ValidateRow[] {
  return problems
    .filter(({ code }) => CONSTRAINT_CODES.includes(code))
    .map((problem) => {
      const index = layerIndexOf(problem.path)
      const dependency = problem.params['dependency']
      const said = layers.filter((layer) => layer.index === index)
      const others = layers.filter((layer) => layer.index !== index && isOfPack(layer, dependency))
      const row = rowOf(`constraint-${index}-${String(dependency)}`, [problem])
      return { kind: 'pack-constraint', layers: [...said, ...others], ...row }
    })
}

/**
 * A pack whose registry is here but does not hold it, or is not here although registries must match: the user may
 * choose another one.
 */
function registryRow(layer: PlannedLayer, ofLayer: readonly ProblemBody[], taken: string | undefined): ValidateRow[] {
  const problems = ofLayer.filter(({ code, severity }) => severity === 'error' && REGISTRY_CODES.includes(code))
  const isDecidedHere = taken !== undefined && layer.candidates.length === 1
  return problems.length > 0 || isDecidedHere
    ? [{ kind: 'registry', layer, taken, ...rowOf(`registry-${layer.index}`, problems) }]
    : []
}

/** The macro that a problem is about; null for any other problem. */
function macroOf({ group, params }: ProblemBody): unknown {
  return group === 'macros' || params['decision'] === 'macros' ? (params['macro'] ?? params['name']) : null
}

function macroRows(plan: ImportPlanBody, decisions: ImportDecisionsBody): ValidateRow[] {
  const byMacro = Map.groupBy(plan.problems, macroOf)
  return plan.macros.flatMap((macro): ValidateRow[] => {
    const choice = macroChoice(decisions, macro.name)
    const problems = byMacro.get(macro.name) ?? []
    if (problems.length === 0 && choice === undefined) return []
    return [{ kind: 'macro', macro, choice, ...rowOf(`macro-${macro.name}`, problems) }]
  })
}

function maskedRows(plan: ImportPlanBody, decisions: ImportDecisionsBody): ValidateRow[] {
  const invalid = plan.problems.filter(({ params }) => params['decision'] === 'masks')
  const choices = new Map((decisions.masks ?? []).map((choice) => [choice.place, choice]))
  return plan.masked.map((masked) => ({
    kind: 'masked',
    masked,
    choice: choices.get(masked.id),
    id: `mask-${masked.id}`,
    problems: invalid.filter(({ params }) => params['place'] === masked.id),
    isBlocking: !masked.isSettled,
  }))
}

/** Problems without a remedy of their own. Ambiguous registries are left to Select Repositories. */
function plainRows(plan: ImportPlanBody, group: ProblemGroup, shown: ReadonlySet<ProblemBody>): ValidateRow[] {
  return plan.problems
    .filter((problem) => problem.group === group && !shown.has(problem))
    .filter(({ code }) => code !== 'RegistryAmbiguous' && code !== 'MaskedValues')
    .map((problem, index) => ({
      kind: 'problem',
      ...rowOf(`${group}-${index}-${problem.path}`, [problem]),
    }))
}

function remedyRows(plan: ImportPlanBody, decisions: ImportDecisionsBody, group: ProblemGroup): ValidateRow[] {
  switch (group) {
    case 'name':
      return [
        {
          kind: 'name',
          ...rowOf(
            'name',
            plan.problems.filter((problem) => problem.group === 'name'),
          ),
        },
      ]
    case 'packs':
      return [...packRows(plan, decisions), ...leftOutRows(plan), ...constraintRows(plan)]
    case 'macros':
      return macroRows(plan, decisions)
    case 'masked':
      return maskedRows(plan, decisions)
    case 'values':
      return valuesRows(plan)
    default:
      return []
  }
}

/** The groups of Validate that have rows, blocking ones first, then in the order of the document. */
export function validateGroups(plan: ImportPlanBody, decisions: ImportDecisionsBody): readonly ValidateGroup[] {
  const remedies = PROBLEM_GROUPS.map((name) => ({ name, rows: remedyRows(plan, decisions, name) }))
  const shown = new Set(remedies.flatMap(({ rows }) => rows.flatMap(({ problems }) => problems)))
  return remedies
    .map(({ name, rows }) => ({ name, rows: [...rows, ...plainRows(plan, name, shown)] }))
    .filter(({ rows }) => rows.length > 0)
}

/** The number of unsettled rows. */
export function countOpenRows(groups: readonly ValidateGroup[]): number {
  return groups.flatMap((group) => group.rows).filter((row) => row.isBlocking).length
}

/** Whether a row can only be settled by another file, a sync or a permission. */
export function hasNoRemedy(row: ValidateRow): boolean {
  if (!row.isBlocking) return false
  if (row.kind === 'pack-constraint') return row.layers.every(({ alternatives }) => alternatives.length === 0)
  if (row.kind === 'pack-version') return row.layer.alternatives.length === 0 && row.layer.layer !== 'addon'
  return row.kind === 'problem'
}
