import { DEFAULT_YAML_LIMITS, parseYaml, type YamlFault, type YamlTree } from '@waybill/layer-text'
import { mergeComments } from './merge-comments.ts'
import { mergeNodes } from './merge-nodes.ts'
import type { ConflictKind, LeftOut, Merging, OpenConflict } from './merging.ts'
import { placeText, type Meanings } from './place-text.ts'
import { isReadable } from './is-readable.ts'
import { applySplices, offsetAfter } from './splice.ts'

/** The three texts of a merge. */
export interface MergeInput {
  /** Defaults of the old version. */
  base: string
  /** The user's values, edited from base. */
  mine: string
  /** Defaults of the new version. */
  theirs: string
}

/** A place that both sides changed, or whose key is gone; the merged text has theirs there until somebody decides. */
export interface MergeConflict {
  path: readonly (string | number)[]
  kind: ConflictKind
  base: string
  mine: string
  theirs: string
  /** Of `theirs` in the merged text; empty where mine would have to be added. */
  range: { start: number; end: number }
  /** Of the key in mine, for what is put back where theirs lacks it. */
  column: number
  /** Which document of the text, from 0. */
  document: number
  /** The key of the new version that most likely took over. */
  nearest?: string
}

/** Why one of the texts was not merged. */
export interface MergeProblem {
  side: keyof MergeInput
  fault: YamlFault
}

/** What came of a merge; with problems, the text is the new version's. */
export interface ValuesMerge {
  text: string
  conflicts: MergeConflict[]
  /** Comments of mine whose place is gone. */
  leftOut: LeftOut[]
  problems: MergeProblem[]
  input: MergeInput
}

/** Takes what mine changed against base over into theirs: byte splices, theirs untouched wherever mine changed nothing. Never throws. */
export function mergeValues(input: MergeInput): ValuesMerge {
  const { base, mine, theirs } = input
  const nothing = { conflicts: [], leftOut: [], problems: [], input }
  const parsed = parseAll(input)
  if ('problems' in parsed) return { ...nothing, text: theirs, problems: parsed.problems }
  if (mine === base || mine === theirs) return { ...nothing, text: theirs }
  if (base === theirs) return { ...nothing, text: mine }
  const merging = merge(parsed)
  const text = merging && applySplices(theirs, merging.splices)
  if (!merging || text === undefined || !isReadable(text))
    return { ...nothing, text: theirs, conflicts: [whole(input)] }
  const after = offsetAfter(merging.splices)
  return {
    ...nothing,
    text,
    leftOut: merging.leftOut,
    conflicts: merging.conflicts.map((conflict) => placed(merging, after, conflict)),
  }
}

function parseAll(input: MergeInput): { problems: MergeProblem[] } | Record<keyof MergeInput, YamlTree> {
  const problems: MergeProblem[] = []
  const read = (side: keyof MergeInput): YamlTree => {
    const parsed = parseYaml(input[side], DEFAULT_YAML_LIMITS)
    const faults = 'faults' in parsed ? parsed.faults : parsed.tree.duplicates
    problems.push(...faults.map((fault) => ({ side, fault })))
    return 'tree' in parsed ? parsed.tree : { text: '', documents: [], scalars: [], duplicates: [] }
  }
  const trees = { base: read('base'), mine: read('mine'), theirs: read('theirs') }
  return problems.length > 0 ? { problems } : trees
}

/** Undefined where the texts have other numbers of documents, so that none can be told to be the other's. */
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
    document: 0,
    takenLines: new Set(),
    becameKeys: new Set(),
  }
  for (const [index, root] of b.roots.entries()) {
    const [mine, theirs] = [m.roots[index], t.roots[index]]
    merging.document = index
    if (mine && theirs) mergeNodes(merging, { b: root, m: mine, t: theirs })
  }
  mergeComments(merging)
  return merging
}

function whole({ base, mine, theirs }: MergeInput): MergeConflict {
  return { path: [], kind: 'text', base, mine, theirs, range: { start: 0, end: theirs.length }, column: 0, document: 0 }
}

function placed(merging: Merging, after: (offset: number) => number, conflict: OpenConflict): MergeConflict {
  const { start, end, ...rest } = conflict
  return { ...rest, theirs: merging.t.text.slice(start, end), range: { start: after(start), end: after(end) } }
}
