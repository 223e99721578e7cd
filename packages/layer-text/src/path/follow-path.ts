import type { PathStep } from './text-path.ts'
import { scalarValue } from '../yaml/yaml-scalar.ts'
import { resolveAlias } from '../yaml/yaml-tree.ts'
import type { YamlMap, YamlNode, YamlScalar, YamlTree } from '../yaml/yaml-tree.ts'

/** The total number of steps for all paths of one text; real texts need a few hundred. */
const MAX_STEPS = 200_000

/** A longer key counts as more than one step. */
const CHARACTERS_A_STEP = 64

/** A scalar in which a path continues: its value may be a text with a structure of its own. */
export interface PathEnd {
  scalar: YamlScalar
  rest: readonly PathStep[]
}

/** For a duplicate key: all values written for it, or only the last, which is the one that counts. */
export type WhichValues = 'written' | 'counting'

interface Search {
  found: Set<YamlNode>
  ends: PathEnd[]
  /** The path being followed. */
  path: readonly PathStep[]
  which: WhichValues
  stepsLeft: number
  seen: Map<YamlNode, Set<number>>
}

/** The nodes that one path leads to, and the scalars in which it continues. */
export interface PathTarget {
  found: ReadonlySet<YamlNode>
  ends: readonly PathEnd[]
}

/**
 * Follows a path from the given nodes, or from every document; undefined once the step limit of this tree is exceeded.
 */
export type PathFollower = (path: readonly PathStep[], from?: Iterable<YamlNode>) => PathTarget | undefined

/**
 * Follows paths through one text, including aliases and merge keys. Keys with dots are tried in every possible reading.
 * A key step into a sequence goes into each item.
 */
export function pathsIn(tree: YamlTree, which: WhichValues = 'written'): PathFollower {
  let stepsLeft = MAX_STEPS
  return (path, from = tree.documents) => {
    const search: Search = { found: new Set(), ends: [], path, which, stepsLeft, seen: new Map() }
    for (const node of from) follow(search, node, 0)
    stepsLeft = search.stepsLeft
    return stepsLeft < 0 ? undefined : search
  }
}

/**
 * All nodes that the paths lead to in every document of a text, and the scalars in which they continue: the value of
 * such a scalar is a text (YAML in a block scalar) that may contain the rest of the path. Undefined when the step limit
 * is exceeded; the caller must then assume that everything was found.
 */
export function resolvePaths(tree: YamlTree, paths: readonly (readonly PathStep[])[]): PathTarget | undefined {
  const followPath = pathsIn(tree)
  const found = new Set<YamlNode>()
  const ends: PathEnd[] = []
  for (const path of paths) {
    const target = followPath(path)
    if (target === undefined) return undefined
    for (const node of target.found) found.add(node)
    ends.push(...target.ends.filter(({ scalar }) => goesInto(tree.text, scalar, path)))
  }
  return { found, ends }
}

function follow(search: Search, reached: YamlNode, at: number): void {
  const { path } = search
  const node = resolveAlias(reached)
  search.stepsLeft -= 1
  if (search.stepsLeft < 0 || isSeen(search, node, at)) return
  const step = path[at]
  if (!step) search.found.add(node)
  else if (node.kind === 'seq') followItems(search, node.items, at)
  else if (node.kind === 'map') followEntries(search, node, at)
  else if (node.kind === 'scalar' && node.start >= 0) search.ends.push({ scalar: node, rest: path.slice(at) })
}

function isSeen(search: Search, node: YamlNode, at: number): boolean {
  const steps = search.seen.get(node) ?? new Set()
  if (steps.has(at)) return true
  search.seen.set(node, steps.add(at))
  return false
}

function followItems(search: Search, items: readonly YamlNode[], at: number): void {
  const step = search.path[at]
  if (step?.kind === 'index') {
    const item = items[step.index]
    if (item) follow(search, item, at + 1)
    return
  }
  const next = step?.kind === 'any' ? at + 1 : at
  for (const item of items) follow(search, item, next)
}

function followEntries(search: Search, map: YamlMap, at: number): void {
  const { path } = search
  const step = path[at]
  if (step?.kind === 'any') {
    for (const entry of search.which === 'counting' ? map.byKey.values() : map.entries)
      follow(search, entry.value, at + 1)
  }
  let name = ''
  for (let end = at; end < path.length; end += 1) {
    const part = path[end]
    if (!part || part.kind === 'any') break
    const word = part.kind === 'key' ? part.name : String(part.index)
    name = end === at ? word : `${name}.${word}`
    // Every longer name is a new lookup, which costs more the longer the name is.
    search.stepsLeft -= Math.floor(name.length / CHARACTERS_A_STEP)
    if (search.stepsLeft < 0) return
    for (const value of valuesOf(search, map, name)) follow(search, value, end + 1)
  }
}

/** The values of a key, the one that counts first, or else those that merge keys bring in. */
function valuesOf(search: Search, map: YamlMap, name: string): YamlNode[] {
  const own = valuesFor(search, map, name)
  return own.length > 0 ? own : mergedMaps(search, map).flatMap((merged) => valuesOf(search, merged, name))
}

function valuesFor({ which }: Search, map: YamlMap, name: string): YamlNode[] {
  const values: YamlNode[] = []
  for (let entry = map.byKey.get(name); entry; entry = which === 'counting' ? undefined : entry.earlier)
    values.push(entry.value)
  return values
}

function mergedMaps(search: Search, map: YamlMap): YamlMap[] {
  const merged = valuesFor(search, map, '<<').map(resolveAlias)
  const sources = merged.flatMap((value) => (value.kind === 'seq' ? value.items.map(resolveAlias) : value))
  return sources.filter((source) => source.kind === 'map')
}

/** Whether a scalar's value may be a text that contains the rest of the path. */
function goesInto(text: string, scalar: YamlScalar, path: readonly PathStep[]): boolean {
  const last = path.findLast((step) => step.kind === 'key')
  const value = scalarValue(text, scalar)
  return last?.kind === 'key' ? value.includes(last.name) : /[:\n]/.test(value)
}
