import type { PathStep, PathEnd, PathFollower, InnerReader, YamlNode, YamlTree } from '@waybill/layer-text'
import { isOpen, isWritten, nodePath, pathsIn } from '@waybill/layer-text'

/** A place where a required value is missing. */
export interface ValueGap {
  /** The empty node or its nearest existing ancestor; undefined when no part of the path exists. */
  node: YamlNode | undefined
  valuePath: string
}

interface GapSearch {
  tree: YamlTree
  follow: PathFollower
  readInner: InnerReader
  path: readonly PathStep[]
  /** The path as the schema has it. */
  name: string
}

/**
 * Finds where a required path leads to nothing. Below a list, every item must have the rest of the path; an empty list
 * lacks nothing. A value is not reported as missing if it may be inside a text that cannot be parsed.
 */
export function findGaps(search: GapSearch): ValueGap[] {
  const { tree, follow, path, name } = search
  const split = path.findLastIndex((step) => step.kind === 'any') + 1
  const rest = path.slice(split)
  if (split === 0) return gapIn(search, { from: tree.documents, rest, name: () => name })
  const gaps: ValueGap[] = []
  for (const item of follow(path.slice(0, split))?.found ?? []) {
    gaps.push(
      ...gapIn(search, { from: [item], rest, name: () => [nodePath(tree, item), ...rest.map(wordOf)].join('.') }),
    )
  }
  return gaps
}

interface GapPlace {
  from: readonly YamlNode[]
  rest: readonly PathStep[]
  name: () => string
}

function gapIn(search: GapSearch, { from, rest, name }: GapPlace): ValueGap[] {
  const { tree, follow } = search
  const target = follow(rest, from)
  if (target === undefined) return []
  const found = [...target.found]
  if (found.some((node) => isWritten(tree, node)) || target.ends.some((end) => mayHold(search, end))) return []
  const [empty] = found
  if (empty !== undefined) return [{ node: empty, valuePath: nodePath(tree, empty) }]
  const above = nearest(search, from, rest)
  return above !== undefined && isOpen(tree, above) ? [] : [{ node: above, valuePath: name() }]
}

/** The deepest existing node along the path. */
function nearest({ follow }: GapSearch, from: readonly YamlNode[], rest: readonly PathStep[]): YamlNode | undefined {
  for (let length = rest.length - 1; length > 0; length -= 1) {
    for (const node of follow(rest.slice(0, length), from)?.found ?? []) return node
  }
  return from[0]
}

function mayHold({ tree, readInner }: GapSearch, { scalar, rest }: PathEnd): boolean {
  if (isOpen(tree, scalar)) return true
  const inner = readInner(scalar)
  if (!inner) return inner === null
  const found = pathsIn(inner, 'counting')(rest)?.found
  return found === undefined || [...found].some((node) => isWritten(inner, node))
}

const wordOf = (step: PathStep): string => (step.kind === 'key' ? step.name : '')
