/**
 * What a pack says about another one. `upgrade` is a way to update, no rule of what stands together.
 */
export const DEPENDENCY_TYPES = ['required', 'optional', 'notSupported', 'upgrade'] as const
export type DependencyType = (typeof DEPENDENCY_TYPES)[number]

/** One entry of `constraints.dependencies`; an empty bound is open. */
export interface PackDependency {
  packName: string
  /** As written; empty without one. */
  layer: string
  type: DependencyType
  minVersion: string
  maxVersion: string
}

/**
 * Reads pack.json's `constraints` (JSON text). Never throws: what is no JSON has no dependencies, an entry without a pack's name
 * or of an unknown type is left out. An entry without a type counts as `optional`, the mildest reading that keeps its versions:
 * of the real packs one is written so.
 */
export function parsePackConstraints(constraints: string): PackDependency[] {
  if (!constraints.includes('"dependencies"')) return []
  const dependencies = fieldOf(parseJson(constraints), 'dependencies')
  return Array.isArray(dependencies) ? dependencies.flatMap(readDependency) : []
}

/** One entry of `constraints.resources`: what a cluster has to offer at least, in mCPU, MiB or GB by its type. */
export interface PackResource {
  type: string
  minLimit: number
}

/** Reads the `resources` of pack.json's `constraints` (JSON text). Never throws: an entry without a type is left out, a limit is 0 without one. */
export function parsePackResources(constraints: string): PackResource[] {
  if (!constraints.includes('"resources"')) return []
  const resources = fieldOf(parseJson(constraints), 'resources')
  return Array.isArray(resources) ? resources.flatMap(readResource) : []
}

function readResource(entry: unknown): PackResource[] {
  const type = textOf(entry, 'type')
  const minLimit = fieldOf(entry, 'minLimit')
  return type === '' ? [] : [{ type, minLimit: typeof minLimit === 'number' ? minLimit : 0 }]
}

function readDependency(entry: unknown): PackDependency[] {
  const packName = textOf(entry, 'packName')
  const written = textOf(entry, 'type')
  const type = written === '' ? 'optional' : DEPENDENCY_TYPES.find((known) => known === written)
  if (packName === '' || type === undefined) return []
  const [minVersion, maxVersion] = [textOf(entry, 'minVersion'), textOf(entry, 'maxVersion')]
  return [{ packName, layer: textOf(entry, 'layer'), type, minVersion, maxVersion }]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // its own words may quote the pack
  }
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}

function textOf(value: unknown, key: string): string {
  const field = fieldOf(value, key)
  return typeof field === 'string' ? field.trim() : ''
}
