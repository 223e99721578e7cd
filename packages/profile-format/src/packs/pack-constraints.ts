/**
 * A pack's relation to another. `upgrade` describes an update path; it does not restrict which packs a profile can
 * combine.
 */
export const DEPENDENCY_TYPES = ['required', 'optional', 'notSupported', 'upgrade'] as const
export type DependencyType = (typeof DEPENDENCY_TYPES)[number]

/** One entry of `constraints.dependencies`; an empty bound is open. */
export interface PackDependency {
  packName: string
  /** As written; empty when absent. */
  layer: string
  type: DependencyType
  minVersion: string
  maxVersion: string
}

/**
 * Reads pack.json's `constraints` (JSON text). Never throws: invalid JSON has no dependencies, and an entry without a
 * pack name or of an unknown type is skipped. An entry without a type counts as `optional`, the mildest type that still
 * checks versions; one of the real packs has such an entry.
 */
export function parsePackConstraints(constraints: string): PackDependency[] {
  if (!constraints.includes('"dependencies"')) return []
  const dependencies = fieldOf(parseJson(constraints), 'dependencies')
  return Array.isArray(dependencies) ? dependencies.flatMap(readDependency) : []
}

/**
 * One entry of `constraints.resources`: a minimum that the cluster must offer, in mCPU, MiB or GB depending on its
 * type.
 */
export interface PackResource {
  type: string
  minLimit: number
}

/**
 * Reads `resources` in pack.json's `constraints` (JSON text). Never throws: entries without a type are skipped, an
 * absent limit is 0.
 */
export function parsePackResources(constraints: string): PackResource[] {
  if (!constraints.includes('"resources"')) return []
  const resources = fieldOf(parseJson(constraints), 'resources')
  return Array.isArray(resources) ? resources.flatMap(readResource) : []
}

function readResource(entry: unknown): PackResource[] {
  const type = textField(entry, 'type')
  const minLimit = fieldOf(entry, 'minLimit')
  return type === '' ? [] : [{ type, minLimit: typeof minLimit === 'number' ? minLimit : 0 }]
}

function readDependency(entry: unknown): PackDependency[] {
  const packName = textField(entry, 'packName')
  const written = textField(entry, 'type')
  const type = written === '' ? 'optional' : DEPENDENCY_TYPES.find((known) => known === written)
  if (packName === '' || type === undefined) return []
  const [minVersion, maxVersion] = [textField(entry, 'minVersion'), textField(entry, 'maxVersion')]
  return [{ packName, layer: textField(entry, 'layer'), type, minVersion, maxVersion }]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the parser's message may quote the pack
  }
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}

function textField(value: unknown, key: string): string {
  const field = fieldOf(value, key)
  return typeof field === 'string' ? field.trim() : ''
}
