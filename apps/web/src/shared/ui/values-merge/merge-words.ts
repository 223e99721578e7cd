import { counted } from '../words/amounts.ts'
import type { DecidedMerge, MergedValues } from './decided-merge.ts'

export type MergeConflictBody = MergedValues['conflicts'][number]

/** “12 changes merged, 2 to decide, 1 of your keys is gone” */
export function mergeSummary(layer: Pick<DecidedMerge, 'merge' | 'result' | 'left'>): string {
  const { taken, gone } = layer.merge
  const { left, result } = layer
  const parts = [`${counted(taken.length, 'change')} merged`]
  if (left > 0) parts.push(`${left} to decide`)
  else if (result.valid) parts.push('nothing left to decide')
  if (gone.length > 0) parts.push(counted(gone.length, 'of your keys is gone', 'of your keys are gone'))
  return `${parts.join(', ')}.${result.valid ? '' : ' The values are not valid YAML with what you chose.'}`
}

/** Why a merge cannot be applied yet; empty if it can. */
export function openWords({ left, result }: Pick<DecidedMerge, 'result' | 'left'>): string {
  const parts = [...(left > 0 ? [`${left} to decide`] : []), ...(result.valid ? [] : ['not valid YAML'])]
  return parts.join(', ')
}

/** The path of a conflict in the usual notation. */
export const placeName = (path: readonly (string | number)[]): string =>
  path.length === 0
    ? 'All values'
    : path.map((key, at) => (typeof key === 'number' ? `[${key}]` : at === 0 ? key : `.${key}`)).join('')

/** The names of both sides of a conflict, and what happened on each. */
export interface SideWords {
  mine: string
  theirs: string
  base: string
  keep: string
  take: string
  textOf: (conflict: MergeConflictBody) => string
}

/** For a layer that changes to another version of its pack. */
export const PACK_WORDS: SideWords = {
  mine: 'Yours',
  theirs: 'New default',
  base: 'Old default',
  keep: 'Keep mine',
  take: 'Take new',
  textOf: conflictText,
}

function conflictText({ kind, nearest }: MergeConflictBody): string {
  const instead = nearest === undefined ? '' : ` The nearest new key is ${nearest}.`
  switch (kind) {
    case 'both-changed':
      return 'You and the new version changed this.'
    case 'both-added':
      return 'You and the new version both added this.'
    case 'removed-and-changed':
      return 'You removed this; the new version changed it.'
    case 'gone':
      return `You changed this; the new version has it no more.${instead}`
    case 'changed':
      return `The new version has another kind of value here.${instead}`
    case 'text':
      return 'The texts differ too much to be merged by their keys, so one of them is chosen as a whole.'
  }
}

/** One side of a conflict; an empty one in words. */
export const sideText = (text: string, nothing: string): string =>
  text.trim() === '' ? nothing : dedented(text.trim())

/** Removes the common indentation of all lines but the first, which has none, and keeps lines below a key indented. */
function dedented(text: string): string {
  const [first = '', ...rest] = text.split('\n')
  const indents = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const below = /[:|>][+-]?$/.test(first) ? 2 : 0
  const cut = Math.max(Math.min(...indents) - below, 0)
  return [first, ...rest.map((line) => line.slice(cut))].join('\n')
}
