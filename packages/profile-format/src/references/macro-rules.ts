import { LIMITS } from '../limits.ts'
import { errorAt } from '../problems/problem-at.ts'
import type { Problem } from '../problems/problems.ts'
import { byteLength, findReferences, isLarger } from '@waybill/layer-text'

/** The names that `{{.spectro.macro.<name>}}` can refer to. */
const MACRO_NAME = /^[A-Za-z0-9_.-]+$/
/** How deep macros may be nested in each other. */
export const MAXIMUM_DEPTH = 10

/** A macro with its value. */
export interface MacroDefinition {
  name: string
  value: string
}

/** A macro of one scope, with or without its value. */
export interface ScopedMacro {
  name: string
  scope: 'project' | 'tenant' | 'system'
}

const PRECEDENCE: readonly ScopedMacro['scope'][] = ['project', 'tenant', 'system']

/** Resolves a macro name across scopes: project before tenant before system. */
export function resolveMacro<T extends ScopedMacro>(macros: readonly T[], name: string): T | undefined {
  for (const scope of PRECEDENCE) {
    const found = macros.find((macro) => macro.scope === scope && macro.name === name)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * Checks the macros of one scope: unique names that can be referred to, values within the text limit, no cycles, at
 * most 10 levels of nesting, and an expanded size within the text limit. Paths are `macros[i].name` and
 * `macros[i].value`. Nothing is expanded.
 */
export function checkMacros(macros: readonly MacroDefinition[]): Problem[] {
  return [...checkNames(macros), ...checkSizes(macros), ...checkExpansion(macros)]
}

function checkNames(macros: readonly MacroDefinition[]): Problem[] {
  const seen = new Set<string>()
  return macros.flatMap(({ name }, index) => {
    const path = `macros[${index}].name`
    if (!MACRO_NAME.test(name) || name.length > LIMITS.nameCharacters) {
      return [errorAt(path, 'InvalidName', { field: 'name of the macro', limit: LIMITS.nameCharacters })]
    }
    if (seen.has(name)) return [errorAt(path, 'DuplicateName', { name, what: 'macro' })]
    seen.add(name)
    return []
  })
}

function checkSizes(macros: readonly MacroDefinition[]): Problem[] {
  return macros.flatMap(({ value, name }, index) =>
    isLarger(value, LIMITS.textBytes)
      ? [errorAt(`macros[${index}].value`, 'LimitExceeded', { what: 'textBytes', limit: LIMITS.textBytes, name })]
      : [],
  )
}

interface Expansion {
  depth: number
  /** Size in UTF-8 bytes. */
  size: number
}

type Visit = Expansion | 'open'

function checkExpansion(macros: readonly MacroDefinition[]): Problem[] {
  const { textBytes } = LIMITS
  const definitions = new Map(macros.map((macro) => [macro.name, macro.value]))
  const visits = new Map<string, Visit>()
  const problems: Problem[] = []
  for (const [index, { name, value }] of macros.entries()) {
    const path = `macros[${index}].value`
    const expansion = measure({ name, definitions, visits, trail: [] })
    if (Array.isArray(expansion)) problems.push(errorAt(path, 'MacroCycle', { name, cycle: expansion }))
    else if (expansion.depth > MAXIMUM_DEPTH)
      problems.push(errorAt(path, 'LimitExceeded', { what: 'macroDepth', limit: MAXIMUM_DEPTH, name }))
    else if (expansion.size > textBytes && !isLarger(value, textBytes))
      problems.push(errorAt(path, 'LimitExceeded', { what: 'macroBytes', limit: textBytes, name }))
  }
  return problems
}

interface Walk {
  name: string
  definitions: ReadonlyMap<string, string>
  visits: Map<string, Visit>
  trail: readonly string[]
}

/** The depth and size of a macro once expanded, or the names of a cycle that it leads to. */
function measure({ name, definitions, visits, trail }: Walk): Expansion | string[] {
  const value = definitions.get(name)
  if (value === undefined) return { depth: 0, size: 0 }
  const visit = visits.get(name)
  if (visit === 'open') return [...trail.slice(trail.indexOf(name)), name]
  if (visit !== undefined) return visit
  // Anything deeper is refused anyway, so the walk can stop here and cannot exhaust the stack.
  if (trail.length > MAXIMUM_DEPTH) return { depth: 1, size: byteLength(value) }
  visits.set(name, 'open')
  const expansion: Expansion = { depth: 1, size: byteLength(value) }
  for (const reference of findReferences(value)) {
    if (reference.kind !== 'macro') continue
    const inner = measure({ name: reference.name, definitions, visits, trail: [...trail, name] })
    if (Array.isArray(inner)) {
      visits.delete(name)
      return inner
    }
    expansion.depth = Math.max(expansion.depth, inner.depth + 1)
    expansion.size += inner.size
  }
  visits.set(name, expansion)
  return expansion
}
