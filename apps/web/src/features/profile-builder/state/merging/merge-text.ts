import { mergeLines, mergeValues, resolveConflicts } from '@waybill/values-merge'
import { INFO } from '../builder-texts.ts'

interface ThreeSides {
  base: string | undefined
  mine: string | undefined
  theirs: string | undefined
}

interface MergedText {
  /** Where both changed the same place, it holds mine. */
  text: string
  /** Whether such conflicts are left to decide. */
  isOpen: boolean
}

/**
 * Merges a text that both sides changed, by its keys, or else by its lines; undefined if one side must be chosen as a
 * whole.
 */
export function mergeText(key: string, { base, mine, theirs }: ThreeSides): MergedText | undefined {
  if (base === undefined || mine === undefined || theirs === undefined) return undefined
  const sides = { base, mine, theirs }
  if (/^(?:values|manifest) /.test(key)) return mergeYaml(sides) ?? mergedLines(sides)
  return key === INFO.description ? mergedLines(sides) : undefined
}

function mergeYaml(sides: Readonly<Record<'base' | 'mine' | 'theirs', string>>): MergedText | undefined {
  const merge = mergeValues(sides)
  // A conflict of the texts as a whole leaves nothing to merge.
  if (merge.problems.length > 0 || merge.conflicts.some(({ kind }) => kind === 'text')) return undefined
  const { text, valid } = resolveConflicts(merge, new Map(merge.conflicts.map((_conflict, at) => [at, 'mine'])))
  return valid ? { text, isOpen: merge.conflicts.length > 0 } : undefined
}

function mergedLines(sides: Readonly<Record<'base' | 'mine' | 'theirs', string>>): MergedText | undefined {
  const text = mergeLines(sides)
  return text === undefined ? undefined : { text, isOpen: false }
}

/** Whether the conflicts between two sides, as they are now, can be decided place by place. */
export const isPlaced = (sides: Readonly<Record<'base' | 'mine' | 'theirs', string>>): boolean =>
  mergeYaml(sides)?.isOpen === true
