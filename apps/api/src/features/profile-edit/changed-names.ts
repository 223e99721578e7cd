import { isDeepStrictEqual } from 'node:util'
import type { EditedLayer, EditedProfile } from './edited-profile.ts'

/** People read audit events, and a thousand layers may change at once. */
const NAMED = 50

const FIELDS = ['name', 'description', 'labels', 'version', 'type', 'cloudType'] as const

/** What differs between two states of a profile, for the audit log: names only, never values. */
export function changedNames(before: EditedProfile, after: EditedProfile): Record<string, string[]> {
  const layers = compare(keyed(before.layers), keyed(after.layers), (layer) => withoutUids(layer))
  const variables = compare(keyed(before.variables), keyed(after.variables), (variable) => variable)
  const isMoved = layers.added.length + layers.removed.length === 0 && !isDeepStrictEqual(order(before), order(after))
  const fields = FIELDS.filter((field) => !isDeepStrictEqual(before[field], after[field]))
  const changed = {
    changed: [...fields, ...(isMoved ? ['order of layers'] : [])],
    addedLayers: layers.added,
    changedLayers: layers.changed,
    removedLayers: layers.removed,
    addedVariables: variables.added,
    changedVariables: variables.changed,
    removedVariables: variables.removed,
  }
  return Object.fromEntries(
    Object.entries(changed).flatMap(([what, names]) => (names.length === 0 ? [] : [[what, shortened(names)]])),
  )
}

const order = ({ layers }: EditedProfile) => layers.map(({ name }) => name)

interface Keyed<Part> {
  name: string
  part: Part
}

/** Keyed by name and position among parts of the same name, since packs may repeat. */
function keyed<Part extends { name: string }>(parts: readonly Part[]): Map<string, Keyed<Part>> {
  const seen = new Map<string, number>()
  return new Map(
    parts.map((part) => {
      const count = seen.get(part.name) ?? 0
      seen.set(part.name, count + 1)
      return [`${count} ${part.name}`, { name: part.name, part }]
    }),
  )
}

function compare<Part>(
  before: Map<string, Keyed<Part>>,
  after: Map<string, Keyed<Part>>,
  content: (part: Part) => unknown,
) {
  const namesOf = (parts: readonly Keyed<Part>[]) => parts.map(({ name }) => name)
  const missingIn = (others: Map<string, Keyed<Part>>, parts: Map<string, Keyed<Part>>) =>
    namesOf([...parts].flatMap(([key, part]) => (others.has(key) ? [] : [part])))
  const isChanged = (key: string, { part }: Keyed<Part>) => {
    const other = before.get(key)
    return other !== undefined && !isDeepStrictEqual(content(other.part), content(part))
  }
  return {
    added: missingIn(before, after),
    removed: missingIn(after, before),
    changed: namesOf([...after].flatMap(([key, part]) => (isChanged(key, part) ? [part] : []))),
  }
}

const withoutUids = ({ version, tag, values, registryUid, manifests }: EditedLayer) => ({
  version,
  tag,
  values,
  registryUid,
  manifests: manifests.map(({ name, content }) => ({ name, content })),
})

const shortened = (names: readonly string[]): string[] =>
  names.length <= NAMED ? [...names] : [...names.slice(0, NAMED), `and ${names.length - NAMED} more`]
