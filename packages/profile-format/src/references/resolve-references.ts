import { type Reference, findReferences, isLarger } from '@waybill/layer-text'
import { applyPipeline } from './apply-pipeline.ts'
import type { DocumentVariable } from '../document/document.ts'
import { LIMITS } from '../limits.ts'
import { MAXIMUM_DEPTH, resolveMacro, type MacroDefinition, type ScopedMacro } from './macro-rules.ts'
import { packValues, type ReferredLayer } from '../packs/pack-value-at.ts'

/** Everything that references can refer to. */
export interface ReferenceContext {
  /** The macros of every scope that applies. */
  macros: readonly (MacroDefinition & ScopedMacro)[]
  /** Values by the name after `.spectro.system.`, e.g. `project.uid`. Names not in it are known only in a cluster. */
  system: ReadonlyMap<string, string>
  variables: readonly Pick<DocumentVariable, 'name' | 'defaultValue' | 'options'>[]
  layers: readonly ReferredLayer[]
}

/**
 * `stays` means that only a cluster knows the value; undefined text means nobody defined it, which a `default` can
 * replace.
 */
type Found = { text: string | undefined } | 'stays'

/**
 * Resolves references in the texts as far as that is possible without a cluster: macros (project over tenant over
 * system), default values of variables, values of the profile's packs, and pipelines. All other bytes stay, and so does
 * every reference that cannot be resolved: unknown names and functions, cycles, nesting beyond the limit for macros,
 * and results over the size limits. Never throws.
 */
export function resolveReferences(texts: readonly string[], context: ReferenceContext): string[] {
  const find = finderOf(context)
  const known = new Map<string, Found | 'open'>()
  // The characters that may still be inserted, so that a few macros used in many places cannot exhaust memory.
  let left = LIMITS.fileBytes

  function resolve(text: string, depth: number): string {
    let resolved = ''
    let at = 0
    for (const reference of findReferences(text)) {
      const value = valueOf(reference, depth)
      if (value === undefined || value.length > left) continue
      left -= value.length
      resolved += textBefore(text, at, reference) + value
      at = endOf(text, reference)
    }
    return resolved + text.slice(at)
  }

  function valueOf(reference: Reference, depth: number): string | undefined {
    // A pipeline on a variable is left alone, because Palette does not define its effect.
    if (reference.kind === 'var' && reference.pipeline !== '') return undefined
    const found = depth > MAXIMUM_DEPTH ? 'stays' : expand(reference, depth)
    const value = found === 'stays' ? undefined : applyPipeline(found.text, reference.pipeline)
    return value === undefined || isLarger(value, LIMITS.textBytes) ? undefined : value
  }

  /** Expands each name once, however many places refer to it. */
  function expand(reference: Reference, depth: number): Found {
    const key = `${reference.kind} ${reference.name}`
    const before = known.get(key)
    if (before !== undefined) return before === 'open' ? 'stays' : before
    known.set(key, 'open')
    const found = find(reference)
    const expanded = found === 'stays' || found.text === undefined ? found : { text: resolve(found.text, depth + 1) }
    known.set(key, expanded)
    return expanded
  }

  return texts.map((text) => resolve(text, 1))
}

function finderOf({ macros, system, variables, layers }: ReferenceContext): (reference: Reference) => Found {
  const packValue = packValues(layers)
  const defaults = new Map(variables.map((variable) => [variable.name, defaultOf(variable)]))
  const orStays = (text: string | undefined): Found => (text === undefined ? 'stays' : { text })
  return ({ kind, name }) => {
    if (kind === 'macro') return { text: resolveMacro(macros, name)?.value }
    if (kind === 'system') return orStays(system.get(name))
    if (kind === 'var') return orStays(defaults.get(name))
    return orStays(packValue(name))
  }
}

/**
 * The default value, or the option whose label it names; undefined when there is none, so that a deployment must
 * provide it.
 */
function defaultOf({ defaultValue, options }: ReferenceContext['variables'][number]): string | undefined {
  const chosen =
    options.find(({ value }) => value === defaultValue) ??
    options.find(({ label }) => label === defaultValue) ??
    (defaultValue === '' ? options.find((option) => option.default) : undefined)
  return chosen?.value ?? (defaultValue === '' ? undefined : defaultValue)
}

/** `{{-` removes the spaces before it, `-}}` those after it. */
function textBefore(text: string, from: number, { start }: Reference): string {
  const before = text.slice(from, start)
  return text[start + 2] === '-' ? before.trimEnd() : before
}

function endOf(text: string, { end }: Reference): number {
  let at = end
  if (text[end - 3] === '-') while (at < text.length && ' \t\r\n'.includes(text[at] ?? '')) at += 1
  return at
}
