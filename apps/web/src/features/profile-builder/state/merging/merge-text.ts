import { mergeLines, mergeValues, resolveConflicts } from '@waybill/values-merge'
import { INFO } from '../builder-texts.ts'

interface ThreeSides {
  base: string | undefined
  mine: string | undefined
  theirs: string | undefined
}

interface MergedText {
  /** Mine stands where both changed the same place. */
  text: string
  /** Whether such places are still to be decided. */
  isOpen: boolean
}

/** A text that both sides changed, merged by its keys, or else by its lines; undefined where only the whole can be chosen. */
export function mergeText(key: string, { base, mine, theirs }: ThreeSides): MergedText | undefined {
  if (base === undefined || mine === undefined || theirs === undefined) return undefined
  const sides = { base, mine, theirs }
  if (/^(?:values|manifest) /.test(key)) return mergeYaml(sides) ?? mergedLines(sides)
  return key === INFO.description ? mergedLines(sides) : undefined
}

function mergeYaml(sides: Readonly<Record<'base' | 'mine' | 'theirs', string>>): MergedText | undefined {
  const merge = mergeValues(sides)
  // A conflict of the texts as a whole leaves nothing that could be merged.
  if (merge.problems.length > 0 || merge.conflicts.some(({ kind }) => kind === 'text')) return undefined
  const { text, valid } = resolveConflicts(merge, new Map(merge.conflicts.map((_conflict, at) => [at, 'mine'])))
  return valid ? { text, isOpen: merge.conflicts.length > 0 } : undefined
}

function mergedLines(sides: Readonly<Record<'base' | 'mine' | 'theirs', string>>): MergedText | undefined {
  const text = mergeLines(sides)
  return text === undefined ? undefined : { text, isOpen: false }
}

/** Whether two sides, as they stand now, can be decided place by place. */
export const isPlaced = (sides: Readonly<Record<'base' | 'mine' | 'theirs', string>>): boolean =>
  mergeYaml(sides)?.isOpen === true
