import { checkMacros, DEFAULT_LIMITS, type MacroDefinition, type Problem } from '@waybill/profile-format'
import { AppError } from '../../platform/app-error.ts'

export interface MacroScope {
  kind: 'system' | 'tenant' | 'project'
  /** The tenant's for those of the system. */
  uid: string
}

export interface MacroChanges {
  create?: readonly MacroDefinition[]
  update?: readonly MacroDefinition[]
  remove?: readonly string[]
}

/** Of one scope, inside one transaction. */
export interface MacroStore {
  /** From here on others wait until the transaction ends. */
  listToChange: () => Promise<MacroDefinition[]>
  apply: (changes: MacroChanges) => Promise<void>
  /** @returns the audit event's uid. */
  audit: (changes: MacroChanges) => Promise<string>
}

export class MacrosInvalidError extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super('macros are not valid')
    this.problems = problems
  }
}

/** POST: adds macros; names that the scope has already are refused. */
export async function addMacros(store: MacroStore, added: readonly MacroDefinition[]): Promise<string> {
  const existing = await store.listToChange()
  const names = new Set(existing.map((macro) => macro.name))
  if (added.some((macro) => names.has(macro.name))) throw new AppError('MacroExists')
  return save(store, [...existing, ...added], { create: added })
}

/** PUT: the list given is the list afterwards (contract §e). */
export async function replaceMacros(store: MacroStore, wanted: readonly MacroDefinition[]): Promise<string> {
  refuseRepeated(wanted)
  const existing = await store.listToChange()
  const values = new Map(existing.map((macro) => [macro.name, macro.value]))
  const kept = new Set(wanted.map((macro) => macro.name))
  return save(store, wanted, {
    create: wanted.filter((macro) => !values.has(macro.name)),
    update: wanted.filter((macro) => values.has(macro.name) && values.get(macro.name) !== macro.value),
    remove: existing.map((macro) => macro.name).filter((name) => !kept.has(name)),
  })
}

/** PATCH: changes macros by name; a name that the scope does not have is not there. */
export async function updateMacros(store: MacroStore, changed: readonly MacroDefinition[]): Promise<string> {
  refuseRepeated(changed)
  const existing = await store.listToChange()
  const values = new Map(changed.map((macro) => [macro.name, macro.value]))
  const names = new Set(existing.map((macro) => macro.name))
  if (changed.some((macro) => !names.has(macro.name))) throw new AppError('ResourceNotFound')
  const after = existing.map(({ name, value }) => ({ name, value: values.get(name) ?? value }))
  return save(store, after, { update: changed })
}

/** DELETE: removes macros by name. Names that are gone already are fine, so that a retry is. */
export async function removeMacros(store: MacroStore, names: readonly string[]): Promise<string> {
  const changes = { remove: names }
  await store.apply(changes)
  return store.audit(changes)
}

/** Two of one name would leave it to chance which value wins. */
function refuseRepeated(macros: readonly MacroDefinition[]) {
  if (new Set(macros.map((macro) => macro.name)).size < macros.length) throw new AppError('MacroExists')
}

async function save(store: MacroStore, after: readonly MacroDefinition[], changes: MacroChanges): Promise<string> {
  const problems = checkMacros(after, DEFAULT_LIMITS)
  if (problems.some((problem) => problem.code === 'DuplicateName')) throw new AppError('MacroExists')
  if (problems.length > 0) throw new MacrosInvalidError(problems)
  await store.apply(changes)
  return store.audit(changes)
}
