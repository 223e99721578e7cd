import { type Reference, findReferences, isLarger } from '@waybill/layer-text'
import { applyPipeline } from './apply-pipeline.ts'
import type { DocumentVariable } from '../document/document.ts'
import { LIMITS } from '../limits.ts'
import { MAXIMUM_DEPTH, resolveMacro, type MacroDefinition, type ScopedMacro } from './macro-rules.ts'
import { packValues, type ReferredLayer } from '../packs/pack-value-at.ts'

/** What references can name. */
export interface ReferenceContext {
  /** Of every scope that counts. */
  macros: readonly (MacroDefinition & ScopedMacro)[]
  /** By the name behind `.spectro.system.`, e.g. `project.uid`; what is not in it only a cluster knows. */
  system: ReadonlyMap<string, string>
  variables: readonly Pick<DocumentVariable, 'name' | 'defaultValue' | 'options'>[]
  layers: readonly ReferredLayer[]
}

/** `stays` is what only a cluster knows; undefined is what nobody defined, which a `default` may mend. */
type Found = { text: string | undefined } | 'stays'

/**
 * The texts with what their references stand for in their place, as far as it is known without a cluster: macros
 * (project over tenant over system), defaults of variables, values of the profile's packs, and pipelines. All other bytes stay,
 * and so does every reference that cannot be resolved: unknown names and functions, circles, what is deeper than macros may be,
 * and what would make the texts too long. Never throws.
 */
export function resolveReferences(texts: readonly string[], context: ReferenceContext): string[] {
  const find = finderOf(context)
  const known = new Map<string, Found | 'open'>()
  // All that may be put in the place of references, so that few macros in many places cannot fill the memory.
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
    // Variables take no pipeline: what one would do is nobody's promise.
    if (reference.kind === 'var' && reference.pipeline !== '') return undefined
    const found = depth > MAXIMUM_DEPTH ? 'stays' : expand(reference, depth)
    const value = found === 'stays' ? undefined : applyPipeline(found.text, reference.pipeline)
    return value === undefined || isLarger(value, LIMITS.textBytes) ? undefined : value
  }

  /** Once for each name, whatever number of places names it. */
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

/** Where the default names an option by its label, its value; undefined where there is none, so that a deployment has to say. */
function defaultOf({ defaultValue, options }: ReferenceContext['variables'][number]): string | undefined {
  const chosen =
    options.find(({ value }) => value === defaultValue) ??
    options.find(({ label }) => label === defaultValue) ??
    (defaultValue === '' ? options.find((option) => option.default) : undefined)
  return chosen?.value ?? (defaultValue === '' ? undefined : defaultValue)
}

/** `{{-` takes the blanks before it along, `-}}` those behind it. */
function textBefore(text: string, from: number, { start }: Reference): string {
  const before = text.slice(from, start)
  return text[start + 2] === '-' ? before.trimEnd() : before
}

function endOf(text: string, { end }: Reference): number {
  let at = end
  if (text[end - 3] === '-') while (at < text.length && ' \t\r\n'.includes(text[at] ?? '')) at += 1
  return at
}
