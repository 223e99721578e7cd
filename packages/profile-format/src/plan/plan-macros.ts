import type { ScopedMacro } from '../references/macro-rules.ts'
import { checkMacros } from '../references/macro-rules.ts'
import { MASK } from '@waybill/layer-text'
import { errorAt } from '../problems/problem-at.ts'
import type { ReferenceUse } from './plan-references.ts'
import type { ImportDecisions, ImportFacts, MacroNeed, ScopeKind } from './import-plan.ts'
import type { Problem } from '../problems/problems.ts'

type MacroDecision = NonNullable<ImportDecisions['macros']>[number]

/** The macros that an import needs, and those that it creates. */
export interface MacroPlan {
  needs: MacroNeed[]
  toCreate: MacroDecision[]
  problems: Problem[]
}

interface MacroInput {
  /** The macros that the texts refer to. */
  uses: ReadonlyMap<string, ReferenceUse>
  decisions: readonly MacroDecision[]
  facts: Pick<ImportFacts, 'macros' | 'scope' | 'permissions' | 'tenantPermissions'>
}

/**
 * Plans macros: which ones the profile needs, which exist here and which the caller creates. An undefined macro is an
 * error, or a warning when every use has a `default`.
 */
export function planMacros({ uses, decisions, facts }: MacroInput): MacroPlan {
  const defined = new Set(facts.macros.map((macro) => macro.name))
  const created = new Set(decisions.map((macro) => macro.name))
  const needs = [...uses.values()].map(({ name, usedIn }) => ({
    name,
    isDefined: defined.has(name),
    isCreated: created.has(name),
    usedIn,
  }))
  const missing = [...uses.values()].filter(({ name }) => !defined.has(name) && !created.has(name))
  return {
    needs,
    toCreate: [...decisions],
    problems: [...missing.map(undefinedMacro), ...checkDecisions({ uses, decisions, facts })],
  }
}

function undefinedMacro({ name, path, position, usedIn, isDefaulted }: ReferenceUse): Problem {
  const severity = isDefaulted ? 'warning' : 'error'
  return { code: 'MacroUndefined', severity, path, position, params: { macro: name, usedIn } }
}

function checkDecisions({ uses, decisions, facts }: MacroInput): Problem[] {
  const scopes: readonly ScopeKind[] = ['project', 'tenant']
  const rules = scopes.flatMap((scope) => checkScope(scope, { uses, decisions, facts }))
  return [...rules, ...decisions.flatMap((decision) => checkDecision(decision, uses, facts))]
}

/**
 * Checks the permission to create macros in one scope, and the rules for that scope's macros as they would be
 * afterwards.
 */
function checkScope(scope: ScopeKind, { decisions, facts }: MacroInput): Problem[] {
  const macros = decisions.filter((decision) => decision.scope === scope)
  if (macros.length === 0) return []
  const held = scope === 'tenant' ? facts.tenantPermissions : facts.permissions
  const permission = 'macro.create'
  const isAllowed = held.includes(permission)
  const refused = isAllowed ? [] : [errorAt('', 'PermissionMissing', { permission, scope })]
  // Their paths lead into the decisions, which are not part of the document.
  const names = new Set(macros.map((macro) => macro.name))
  const existing = facts.macros.flatMap(({ name, value, ...macro }) =>
    macro.scope === scope && value !== undefined && !names.has(name) ? [{ name, value }] : [],
  )
  const rules = checkMacros([...macros, ...existing]).map((problem) => ({ ...problem, path: '' }))
  return [...rules, ...refused]
}

function checkDecision(
  { name, scope, value }: MacroDecision,
  uses: MacroInput['uses'],
  facts: MacroInput['facts'],
): Problem[] {
  const isNowhere = !uses.has(name) || (scope === 'project' && facts.scope.kind === 'tenant')
  if (isNowhere || value === MASK) return [errorAt('', 'DecisionInvalid', { decision: 'macros', name })]
  return isTaken(facts.macros, name, scope) ? [errorAt('', 'MacroExists', { macro: name, scope })] : []
}

function isTaken(macros: readonly ScopedMacro[], name: string, scope: ScopeKind): boolean {
  return macros.some((macro) => macro.name === name && macro.scope === scope)
}
