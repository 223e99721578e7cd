import { checkMacros, type MacroDefinition, type Problem } from '@waybill/profile-format'
import type { Caller } from '../../platform/access/caller.ts'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Cipher } from '../../platform/keys/cipher.ts'
import { checkMayWrite } from './macro-policy.ts'
import { listMacros, lockScope, writeMacros, type MacroChanges, type MacroScope } from './macro-repository.ts'

/** Macros of one scope, in the transaction that changes them. */
export interface MacroChange {
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

/** POST: adds macros; names that the scope has already are refused. */
export async function addMacros(change: MacroChange, added: readonly MacroDefinition[]): Promise<string> {
  const existing = await lockMacros(change)
  const names = new Set(existing.map((macro) => macro.name))
  if (added.some((macro) => names.has(macro.name))) throw new AppError('MacroExists')
  return save(change, [...added, ...existing], { create: added })
}

/** PUT: the list given is the list afterwards. @throws AppError Forbidden for a part of the change */
export async function replaceMacros(
  change: MacroChange & { caller: Pick<Caller, 'permissions'> },
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

/** PATCH: changes macros by name; a name that the scope does not have is not there. */
export async function updateMacros(change: MacroChange, changed: readonly MacroDefinition[]): Promise<string> {
  refuseRepeated(changed)
  const existing = await lockMacros(change)
  const names = new Set(existing.map((macro) => macro.name))
  if (changed.some((macro) => !names.has(macro.name))) throw new AppError('ResourceNotFound')
  const sent = new Set(changed.map((macro) => macro.name))
  const kept = existing.filter(({ name }) => !sent.has(name))
  return save(change, [...changed, ...kept], { update: changed })
}

/** DELETE: removes macros by name. Names that are gone already are fine, so that a retry is. */
export async function removeMacros(change: MacroChange, names: readonly string[]): Promise<string> {
  return apply(change, { remove: names })
}

/** Two of one name would leave it to chance which value wins. */
function refuseRepeated(macros: readonly MacroDefinition[]) {
  if (new Set(macros.map((macro) => macro.name)).size < macros.length) throw new AppError('MacroExists')
}

/** `after` begins with what was sent, so that problems say its places. */
async function save(change: MacroChange, after: readonly MacroDefinition[], changes: MacroChanges): Promise<string> {
  const problems = checkMacros(after)
  if (problems.some((problem) => problem.code === 'DuplicateName')) throw new AppError('MacroExists')
  if (problems.length > 0) throw new MacrosInvalidError(problems)
  return apply(change, changes)
}

/** One writer a scope at a time: the rules hold for the scope's macros together. */
async function lockMacros({ tx, cipher, scope }: MacroChange): Promise<MacroDefinition[]> {
  await lockScope(tx, scope)
  return listMacros(tx, cipher, scope)
}

/** @returns the audit event's uid. */
async function apply({ tx, caller, cipher, scope }: MacroChange, changes: MacroChanges): Promise<string> {
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
