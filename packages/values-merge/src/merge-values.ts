import { parseYaml, treeOf, type YamlFault, type YamlTree } from '@waybill/layer-text'
import { commentIndex } from './merging/comment-index.ts'
import { cutsBehindDashes } from './merging/edits/cut-behind-dash.ts'
import { goneKeys, type GoneKey } from './deciding/gone-keys.ts'
import { mergeComments } from './merging/merge-comments.ts'
import { mergeNodes } from './merging/merge-nodes.ts'
import type { ConflictKind, LeftOut, Merging, OpenConflict, TakenOver } from './merging/merging.ts'
import { nearestKeys } from './places/nearest-key.ts'
import { placeText, type Meanings } from './places/place-text.ts'
import { lineEndsOf } from './places/line-ends.ts'
import { applySplices, movedOffsets, type MovedOffsets } from './places/splice.ts'

/** The three texts of a merge. */
export interface MergeInput {
  /** Defaults of the old version. */
  base: string
  /** The user's values, edited from base. */
  mine: string
  /** Defaults of the new version. */
  theirs: string
}

/** A place that both sides changed, or whose key is gone. Until it is decided, the merged text has theirs there. */
export interface MergeConflict {
  path: readonly (string | number)[]
  kind: ConflictKind
  base: string
  mine: string
  theirs: string
  /** Mine and the items, keys or lines that only theirs has, if the two can be combined. */
  both?: string | undefined
  /** The range of `theirs` in the merged text; empty where mine would have to be added. */
  range: { start: number; end: number }
  /** The column of the key in mine, for putting back a key that theirs lacks. */
  column: number
  /** The index of the YAML document in the text. */
  document: number
  /** The key of the new version that most likely replaces it. */
  nearest?: string | undefined
  /**
   * The place of the value in the merged text, or of its nearest parent there: the offset and the length of the path.
   */
  place: { offset: number; depth: number }
}

/** A text that could not be parsed. */
export interface MergeProblem {
  side: keyof MergeInput
  fault: YamlFault
}

/** The result of a merge. If there are problems, the text is the new version's. */
export interface ValuesMerge {
  text: string
  conflicts: MergeConflict[]
  /** Changes of mine that were applied without a conflict. */
  taken: TakenOver[]
  /** Keys that mine has and the new version lacks, whether mine changed them or not. */
  gone: GoneKey[]
  /** Comments of mine whose place is gone. */
  leftOut: LeftOut[]
  problems: MergeProblem[]
  input: MergeInput
}

/**
 * Applies to theirs, as splices, what mine changed against base; theirs stays untouched wherever mine changed nothing.
 * Never throws.
 */
export function mergeValues(given: MergeInput): ValuesMerge {
  const input = alikeEnds(given)
  const { base, mine, theirs } = input
  const nothing = { text: theirs, conflicts: [], taken: [], gone: [], leftOut: [], problems: [], input: given }
  const parsed = parseAll(input)
  if ('problems' in parsed) return { ...nothing, problems: parsed.problems }
  const merging = merge(parsed)
  if (!merging) return { ...nothing, ...unplaced(input) }
  const { taken } = merging
  const gone = goneKeys(merging)
  if (mine === theirs) return { ...nothing, gone }
  if (base === theirs) return { ...nothing, text: given.mine, taken, gone }
  const written = lineEndsOf(theirs)
  const fitted = cutsBehindDashes(merging.t, merging.removed, merging.splices)
  const splices = fitted.map((splice) => ({ ...splice, text: written(splice.text) }))
  const text = applySplices(theirs, splices)
  if (text === undefined || !isReadable(text)) return { ...nothing, gone, conflicts: [whole(input)] }
  const moved = movedOffsets(splices)
  const conflicts = merging.conflicts.map((conflict) => placed(merging, moved, conflict))
  return { ...nothing, text, conflicts, taken, gone, leftOut: merging.leftOut }
}

/** Whether a text is valid YAML without duplicate keys. */
const isReadable = (text: string): boolean => treeOf(text)?.duplicates.length === 0

/** Base and mine with the line endings of theirs, so that different endings count as no change and none are mixed. */
function alikeEnds({ base, mine, theirs }: MergeInput): MergeInput {
  const written = lineEndsOf(theirs)
  return { base: written(base), mine: written(mine), theirs }
}

function parseAll(input: MergeInput): { problems: MergeProblem[] } | Record<keyof MergeInput, YamlTree> {
  const problems: MergeProblem[] = []
  const read = (side: keyof MergeInput): YamlTree => {
    const parsed = parseYaml(input[side])
    const faults = 'faults' in parsed ? parsed.faults : parsed.tree.duplicates
    problems.push(...faults.map((fault) => ({ side, fault })))
    return 'tree' in parsed ? parsed.tree : { text: '', documents: [], scalars: [], duplicates: [] }
  }
  const trees = { base: read('base'), mine: read('mine'), theirs: read('theirs') }
  return problems.length > 0 ? { problems } : trees
}

/** Undefined when the texts differ in their number of documents, so that these cannot be matched. */
function merge(trees: Record<keyof MergeInput, YamlTree>): Merging | undefined {
  const meanings: Meanings = new Map()
  const [b, m, t] = [trees.base, trees.mine, trees.theirs].map((tree) => placeText(tree, meanings))
  if (!b || !m || !t || b.roots.length !== m.roots.length || b.roots.length !== t.roots.length) return undefined
  const merging: Merging = {
    b,
    m,
    t,
    splices: [],
    conflicts: [],
    leftOut: [],
    taken: [],
    removed: new Map(),
    document: 0,
    settledLines: { b: new Set(), m: new Set() },
    index: commentIndex(b, t),
    nearest: nearestKeys(),
  }
  for (const [index, root] of b.roots.entries()) {
    const [mine, theirs] = [m.roots[index], t.roots[index]]
    merging.document = index
    if (mine && theirs) mergeNodes(merging, { b: root, m: mine, t: theirs })
  }
  mergeComments(merging)
  return merging
}

function unplaced(input: MergeInput): Pick<ValuesMerge, 'text' | 'conflicts'> {
  const { base, mine, theirs } = input
  if (mine === base || mine === theirs) return { text: theirs, conflicts: [] }
  return base === theirs ? { text: mine, conflicts: [] } : { text: theirs, conflicts: [whole(input)] }
}

function whole({ base, mine, theirs }: MergeInput): MergeConflict {
  const range = { start: 0, end: theirs.length }
  return { path: [], kind: 'text', base, mine, theirs, range, column: 0, document: 0, place: { offset: 0, depth: 0 } }
}

function placed(merging: Merging, moved: MovedOffsets, conflict: OpenConflict): MergeConflict {
  const { start, end, place, ...rest } = conflict
  const from = moved.start(start)
  return {
    ...rest,
    theirs: merging.t.text.slice(start, end),
    range: { start: from, end: start === end ? from : moved.end(end) },
    place: { offset: moved.start(place.keyStart), depth: place.path.length },
  }
}
