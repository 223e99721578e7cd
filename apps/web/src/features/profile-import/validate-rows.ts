import type { ImportDecisionsBody, ImportPlanBody, ProblemBody } from '@waybill/api-contract'
import { macroChoice, maskChoice, type MacroChoice, type MaskChoice } from './import-decisions.ts'

type PlannedLayer = ImportPlanBody['layers'][number]
type MaskedPlace = ImportPlanBody['masked'][number]
type PlannedMacro = ImportPlanBody['macros'][number]

interface RowBase {
  /** Stable while the document stays the same. */
  id: string
  isSettled: boolean
  isBlocking: boolean
  problems: readonly ProblemBody[]
}

/** One line of Validate: what is wrong, with the remedy that fits it. */
export type ValidateRow =
  | (RowBase & { kind: 'name' })
  | (RowBase & { kind: 'pack-version'; layer: PlannedLayer; taken: string | undefined })
  | (RowBase & { kind: 'registry'; layer: PlannedLayer; taken: string | undefined })
  | (RowBase & { kind: 'macro'; macro: PlannedMacro; choice: MacroChoice | undefined })
  | (RowBase & { kind: 'masked'; masked: MaskedPlace; choice: MaskChoice | undefined })
  | (RowBase & { kind: 'problem' })

export type GroupName =
  'file' | 'name' | 'packs' | 'macros' | 'masked' | 'values' | 'variables' | 'unknown' | 'permissions'

export interface ValidateGroup {
  name: GroupName
  rows: readonly ValidateRow[]
}

export const GROUP_TITLES: Record<GroupName, string> = {
  file: 'File',
  name: 'Name and version',
  packs: 'Packs',
  macros: 'Macros',
  masked: 'Masked values',
  values: 'Values and constraints',
  variables: 'Variables',
  unknown: 'Not understood',
  permissions: 'Permissions',
}

const GROUPS: readonly GroupName[] = [
  'file',
  'name',
  'packs',
  'macros',
  'masked',
  'values',
  'variables',
  'unknown',
  'permissions',
]

const hasError = (problems: readonly ProblemBody[]) => problems.some((problem) => problem.severity === 'error')

function rowOf(id: string, problems: readonly ProblemBody[]): RowBase {
  const isBlocking = hasError(problems)
  return { id, problems, isBlocking, isSettled: !isBlocking }
}

/** The index in `spec.template.packs[3].version`. */
function packIndexOf(path: string): number | null {
  const index = /^spec\.template\.packs\[(\d+)\]/.exec(path)?.[1]
  return index === undefined ? null : Number(index)
}

function nameRow(problems: readonly ProblemBody[]): ValidateRow {
  return { kind: 'name', ...rowOf('name', problems) }
}

const VERSION_CODES = ['PackNotFound', 'PackVersionNotFound']
const REGISTRY_CODES = ['RegistryNotFound', 'DecisionInvalid']

function packRows(plan: ImportPlanBody, decisions: ImportDecisionsBody): ValidateRow[] {
  return plan.layers.flatMap((layer): ValidateRow[] => {
    const taken = decisions.packVersions?.[String(layer.index)]
    const problems = plan.problems.filter(
      ({ code, path }) => packIndexOf(path) === layer.index && VERSION_CODES.includes(code),
    )
    const isMissing = problems.length > 0 || taken !== undefined
    return isMissing
      ? [{ kind: 'pack-version', layer, taken, ...rowOf(`pack-${layer.index}`, problems) }]
      : registryRow(plan, decisions, layer)
  })
}

/** A pack whose private registry is not known here is never taken from another in silence. */
function registryRow(plan: ImportPlanBody, decisions: ImportDecisionsBody, layer: PlannedLayer): ValidateRow[] {
  const problems = plan.problems.filter(
    ({ code, path, severity }) =>
      severity === 'error' && packIndexOf(path) === layer.index && REGISTRY_CODES.includes(code),
  )
  const taken = decisions.registries?.[String(layer.index)]
  const isDecidedHere = taken !== undefined && layer.candidates.length === 1
  return problems.length > 0 || isDecidedHere
    ? [{ kind: 'registry', layer, taken, ...rowOf(`registry-${layer.index}`, problems) }]
    : []
}

function isAboutMacro({ group, params }: ProblemBody, name: string): boolean {
  return (group === 'macros' || params['decision'] === 'macros') && (params['macro'] ?? params['name']) === name
}

function macroRows(plan: ImportPlanBody, decisions: ImportDecisionsBody): ValidateRow[] {
  return plan.macros.flatMap((macro): ValidateRow[] => {
    const choice = macroChoice(decisions, macro.name)
    const problems = plan.problems.filter((problem) => isAboutMacro(problem, macro.name))
    if (problems.length === 0 && choice === undefined) return []
    return [{ kind: 'macro', macro, choice, ...rowOf(`macro-${macro.name}`, problems) }]
  })
}

function maskedRows(plan: ImportPlanBody, decisions: ImportDecisionsBody): ValidateRow[] {
  const invalid = plan.problems.filter(({ params }) => params['decision'] === 'masks')
  return plan.masked.map((masked) => ({
    kind: 'masked',
    masked,
    choice: maskChoice(decisions, masked.id),
    id: `mask-${masked.id}`,
    problems: invalid.filter(({ params }) => params['place'] === masked.id),
    isBlocking: !masked.isSettled,
    isSettled: masked.isSettled,
  }))
}

/** Problems without a remedy of their own, and repositories are chosen on their own step. */
function plainRows(plan: ImportPlanBody, group: GroupName, shown: ReadonlySet<ProblemBody>): ValidateRow[] {
  return plan.problems
    .filter((problem) => problem.group === group && !shown.has(problem))
    .filter(({ code }) => code !== 'RegistryAmbiguous' && code !== 'MaskedValues')
    .map((problem, index) => ({
      kind: 'problem',
      ...rowOf(`${group}-${index}-${problem.path}`, [problem]),
    }))
}

function remedyRows(plan: ImportPlanBody, decisions: ImportDecisionsBody, group: GroupName): ValidateRow[] {
  switch (group) {
    case 'name':
      return [nameRow(plan.problems.filter((problem) => problem.group === 'name'))]
    case 'packs':
      return packRows(plan, decisions)
    case 'macros':
      return macroRows(plan, decisions)
    case 'masked':
      return maskedRows(plan, decisions)
    default:
      return []
  }
}

/** What Validate shows: groups that have something, those that block first, then in the order of the document. */
export function validateGroups(plan: ImportPlanBody, decisions: ImportDecisionsBody): readonly ValidateGroup[] {
  const remedies = GROUPS.map((name) => ({ name, rows: remedyRows(plan, decisions, name) }))
  const shown = new Set(remedies.flatMap(({ rows }) => rows.flatMap(({ problems }) => problems)))
  return remedies
    .map(({ name, rows }) => ({ name, rows: [...rows, ...plainRows(plan, name, shown)] }))
    .filter(({ rows }) => rows.length > 0)
}

/** The row that Next jumps to. */
export function firstOpenRow(groups: readonly ValidateGroup[]): ValidateRow | undefined {
  return groups.flatMap((group) => group.rows).find((row) => row.isBlocking)
}

/** How many rows are to be settled. */
export function countOpenRows(groups: readonly ValidateGroup[]): number {
  return groups.flatMap((group) => group.rows).filter((row) => row.isBlocking).length
}

/** Whether only another file, a sync or a permission can settle a row. */
export function hasNoRemedy(row: ValidateRow): boolean {
  if (!row.isBlocking) return false
  return row.kind === 'problem' || (row.kind === 'pack-version' && row.layer.alternatives.length === 0)
}
