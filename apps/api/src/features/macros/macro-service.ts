import { checkMacros, type MacroDefinition, type Problem } from '@waybill/profile-format'
import type { Caller } from '../../platform/access/caller.ts'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { problemBodies } from '../../platform/errors/problem-body.ts'
import type { Cipher } from '../../platform/keys/cipher.ts'
import { checkMayWrite } from './macro-policy.ts'
import { listMacros, lockScope, writeMacros, type MacroChanges, type MacroScope } from './macro-repository.ts'

/** A change of one scope's macros, in its transaction. */
export interface ChangingMacros {
  tx: TenantClient
  caller: Pick<Caller, 'userUid' | 'email' | 'scope'>
  cipher: Cipher
  scope: MacroScope
}

export class MacrosInvalidError extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super('macros are not valid')
    this.problems = problems
  }
}

/** POST: adds macros; names that the scope already has are refused. */
export async function addMacros(change: ChangingMacros, added: readonly MacroDefinition[]): Promise<string> {
  const existing = await lockMacros(change)
  const names = new Set(existing.map((macro) => macro.name))
  refuseTaken(
    added.flatMap(({ name }, index) =>
      names.has(name) ? [atName(index, 'MacroExists', { macro: name, scope: change.scope.kind })] : [],
    ),
  )
  return save(change, [...added, ...existing], { create: added })
}

/** PUT: the given list replaces the scope's. @throws AppError Forbidden for a part of the change */
export async function replaceMacros(
  change: ChangingMacros & { caller: Pick<Caller, 'permissions'> },
  wanted: readonly MacroDefinition[],
): Promise<string> {
  refuseRepeated(wanted)
  const existing = await lockMacros(change)
  const values = new Map(existing.map((macro) => [macro.name, macro.value]))
  const kept = new Set(wanted.map((macro) => macro.name))
  const changes = {
    create: wanted.filter((macro) => !values.has(macro.name)),
    update: wanted.filter((macro) => values.has(macro.name) && values.get(macro.name) !== macro.value),
    remove: existing.map((macro) => macro.name).filter((name) => !kept.has(name)),
  }
  checkMayWrite(change.caller, changes)
  return save(change, wanted, changes)
}

/** PATCH: changes macros by name; an unknown name is not found. */
export async function updateMacros(change: ChangingMacros, changed: readonly MacroDefinition[]): Promise<string> {
  refuseRepeated(changed)
  const existing = await lockMacros(change)
  const names = new Set(existing.map((macro) => macro.name))
  if (changed.some((macro) => !names.has(macro.name))) throw new AppError('ResourceNotFound')
  const sent = new Set(changed.map((macro) => macro.name))
  const kept = existing.filter(({ name }) => !sent.has(name))
  return save(change, [...changed, ...kept], { update: changed })
}

/** DELETE: removes macros by name. Unknown names are ignored, so a retry succeeds. */
export async function removeMacros(change: ChangingMacros, names: readonly string[]): Promise<string> {
  return apply(change, { remove: names })
}

/** With a repeated name it would be random which value takes effect. */
function refuseRepeated(macros: readonly MacroDefinition[]) {
  const seen = new Set<string>()
  refuseTaken(
    macros.flatMap(({ name }, index) => {
      if (seen.has(name)) return [atName(index, 'DuplicateName', { what: 'macro', name })]
      seen.add(name)
      return []
    }),
  )
}

const atName = (index: number, code: 'MacroExists' | 'DuplicateName', params: Problem['params']): Problem => ({
  code,
  severity: 'error',
  path: `macros[${index}].name`,
  params,
})

/** Palette's clients know one code for a taken name, whichever scope has it. */
function refuseTaken(problems: readonly Problem[]) {
  if (problems.length > 0) throw new AppError('MacroExists', { details: problemBodies(problems.slice(0, 20)) })
}

/** `after` begins with the macros that were sent, so that the paths in problems are theirs. */
async function save(change: ChangingMacros, after: readonly MacroDefinition[], changes: MacroChanges): Promise<string> {
  const problems = checkMacros(after)
  refuseTaken(problems.filter((problem) => problem.code === 'DuplicateName'))
  if (problems.length > 0) throw new MacrosInvalidError(problems)
  return apply(change, changes)
}

/** One writer per scope at a time: the rules apply to all of its macros together. */
async function lockMacros({ tx, cipher, scope }: ChangingMacros): Promise<MacroDefinition[]> {
  await lockScope(tx, scope)
  return listMacros(tx, cipher, scope)
}

/** @returns the audit event's uid */
async function apply({ tx, caller, cipher, scope }: ChangingMacros, changes: MacroChanges): Promise<string> {
  await writeMacros(tx, cipher, { scope, changes })
  const { create = [], update = [], remove = [] } = changes
  return recordAudit(tx, {
    caller,
    action: 'update',
    resource: { kind: 'macro', uid: scope.uid, name: `${scope.kind} macros` },
    details: {
      created: create.map((macro) => macro.name),
      updated: update.map((macro) => macro.name),
      removed: remove,
    },
  })
}
