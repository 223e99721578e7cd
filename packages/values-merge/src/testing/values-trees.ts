import { treeOf } from '@waybill/layer-text'
import fc from 'fast-check'
import type { Place } from '../places/place.ts'
import { placeText } from '../places/place-text.ts'

type Value = string | string[] | Tree
interface Tree {
  [key: string]: Value
}

const key = fc.constantFrom('image', 'replicas', 'limits', 'cpu', 'env', 'ports', 'mode')
const scalar = fc.constantFrom('blue', 'green', '80', '443', 'true', 'relay:1.4', '"quoted # text"')
const { tree } = fc.letrec<{ tree: Tree; value: Value }>((tie) => ({
  tree: fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(scalar, { minLength: 1, maxLength: 3 }),
    tie('tree'),
  ),
}))

/** An edit at one of a tree's keys, chosen by a number: set its value, add a key, or remove it. */
const edit = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('set', 'add', 'remove'),
  key,
  value: fc.oneof(scalar, tree),
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

/** Base, and two texts edited from it. */
export const editedTrees = fc
  .record({ base: tree, mine: fc.array(edit, { maxLength: 4 }), theirs: fc.array(edit, { maxLength: 4 }) })
  .map(({ base, mine, theirs }) => ({
    base: written(base),
    mine: written(edited(base, mine)),
    theirs: written(edited(base, theirs)),
  }))

function edited(base: Tree, edits: readonly Edit[]): Tree {
  const result = structuredClone(base)
  for (const { at, kind, key: name, value } of edits) {
    const places = placesOf(result)
    const place = places[at % places.length]
    if (!place) continue
    if (kind === 'set') place.map[place.key] = structuredClone(value)
    if (kind === 'add') place.map[name] ??= structuredClone(value)
    if (kind === 'remove') delete place.map[place.key]
  }
  return result
}

function placesOf(map: Tree): { map: Tree; key: string }[] {
  return Object.entries(map).flatMap(([name, value]) => [
    { map, key: name },
    ...(typeof value === 'object' && !Array.isArray(value) ? placesOf(value) : []),
  ])
}

function written(map: Tree): string {
  const lines = linesOf(map, '')
  return lines.length > 0 ? `${lines.join('\n')}\n` : '{}\n'
}

function linesOf(map: Tree, pad: string): string[] {
  return Object.entries(map).flatMap(([name, value]) => {
    if (typeof value === 'string') return [`${pad}${name}: ${value}`]
    if (Array.isArray(value)) return [`${pad}${name}:`, ...value.map((item) => `${pad}  - ${item}`)]
    const below = linesOf(value, `${pad}  `)
    return below.length > 0 ? [`${pad}${name}:`, ...below] : [`${pad}${name}: {}`]
  })
}

/** The content of a text by path: scalars and lists as written, maps by their keys. */
export function contentOf(text: string): Map<string, string> {
  const tree = treeOf(text)
  if (!tree) throw new Error(`no YAML: ${text}`)
  const content = new Map<string, string>()
  const visit = (place: Place) => {
    const path = place.path.join('/')
    if (place.kind === 'map') {
      if (place.children.length === 0) content.set(path, '{}')
      for (const child of place.children) visit(child)
    } else content.set(path, text.slice(place.start, place.end).replaceAll(/\n\s*/g, '\n').trim())
  }
  for (const root of placeText(tree, new Map()).roots) visit(root)
  return content
}
