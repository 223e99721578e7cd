import { commentPath } from './comment-path.ts'
import {
  scalarOver,
  standsAlone,
  MASK,
  QUOTED_MASK,
  nodePath,
  isBlockScalar,
  isPlain,
  coreTag,
} from '@waybill/layer-text'
import type { SecretPlace, SecretReason, SecretSource, Strength } from '../text-inspection.ts'
import type { TextRange, YamlScalar, YamlTree } from '@waybill/layer-text'

/** Why a place is considered a secret. */
export interface Ground {
  source: SecretSource
  reason: SecretReason
  strength: Strength
}

/** A range inside one scalar. */
export interface ScalarPart {
  scalar: YamlScalar
  range: TextRange
}

/** Tags for text fit the mask and stay; with any other tag the mask would be an invalid number, date or base64. */
const TEXT_TAGS = new Set(['str', ''])

/**
 * Makes a place of a whole scalar, including its quotes, its block header and a tag that is not for text; an anchor
 * stays.
 */
export function wholePlace(tree: YamlTree, scalar: YamlScalar, ground: Ground): SecretPlace {
  const { tagStart, tagEnd, anchorStart, anchorEnd } = scalar.event
  const { text } = tree
  const place = { end: scalar.end, path: nodePath(tree, scalar), ...ground }
  if (tagStart < 0 || TEXT_TAGS.has(coreTag(text.slice(tagStart, tagEnd)) ?? '')) {
    return { start: scalar.start, replacement: QUOTED_MASK, ...place }
  }
  const anchor = anchorStart > tagStart ? `&${text.slice(anchorStart, anchorEnd)} ` : ''
  return { start: tagStart, replacement: anchor + QUOTED_MASK, ...place }
}

/** Makes a place of part of a scalar, or of the whole scalar if its style cannot hold a bare mask there safely. */
export function partPlace(tree: YamlTree, { scalar, range }: ScalarPart, ground: Ground): SecretPlace {
  const start = Math.max(range.start, scalar.event.valueStart)
  const end = Math.min(range.end, scalar.event.valueEnd, scalar.end)
  if (!canSplice(tree.text, scalar, { start, end })) return wholePlace(tree, scalar, ground)
  const { source, reason, strength } = ground
  return { start, end, path: nodePath(tree, scalar), source, reason, strength, replacement: MASK }
}

function canSplice(text: string, scalar: YamlScalar, range: TextRange): boolean {
  const { start, end } = range
  if (scalar.parent.isKey || end <= start || standsAlone(text, scalar, range)) return false
  if (text[start - 1] === '*' || text[end] === '*') return false
  if (isBlockScalar(scalar.event)) return true
  if (/[\r\n]/.test(text.slice(start, end))) return false
  if (isPlain(scalar.event)) return start > scalar.start
  return scalar.event.fast || !cutsEscape(text, scalar, range)
}

const IN_ESCAPE = /\\(?:x[\da-f]?|u[\da-f]{0,3}|U[\da-f]{0,7})?$/i

/** Whether a range in a quoted scalar begins or ends inside an escape; a double backslash is an escaped backslash. */
function cutsEscape(text: string, scalar: YamlScalar, { start, end }: TextRange): boolean {
  const { valueStart, valueEnd } = scalar.event
  if (text[valueStart - 1] === "'")
    return text[start - 1] === "'" || (end < valueEnd && text[end] === "'") || text[start] === "'"
  const isCut = (at: number): boolean =>
    IN_ESCAPE.test(text.slice(Math.max(valueStart, at - 10), at).replaceAll('\\\\', '..'))
  return isCut(start) || isCut(end)
}

/** Makes a place of a finding: in the scalar at its range, or else in a comment. */
export function placeOf(tree: YamlTree, found: TextRange & Ground): SecretPlace | undefined {
  const { source, reason, strength } = found
  const scalar = scalarOver(tree, found)
  if (scalar?.kind === 'alias') return undefined
  if (scalar) return partPlace(tree, { scalar, range: found }, { source, reason, strength })
  const { start, end } = reason === 'private-key' ? withoutArmour(tree.text, found) : found
  return { start, end, path: commentPath(tree, start), source, reason, strength, replacement: MASK }
}

const HEADER = /^-----BEGIN [A-Za-z0-9 ]{0,60}-----[ \t]*(?:\r\n|\r|\n)[ \t#]*/
const FOOTER = /(?:\r\n|\r|\n)[ \t#]*-----END [A-Za-z0-9 ]{0,60}-----$/

/** Keeps the first and last line of a key in a comment: they tell what was there, and nobody fills in comments. */
function withoutArmour(text: string, { start, end }: TextRange): TextRange {
  const key = text.slice(start, end)
  const header = HEADER.exec(key)?.[0].length ?? 0
  const footer = FOOTER.exec(key.slice(-200))?.[0].length ?? 0
  return header + footer < key.length ? { start: start + header, end: end - footer } : { start, end }
}
