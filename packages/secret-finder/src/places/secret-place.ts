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

/** Why a place is one. */
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

/** Tags that say text, and so go with the mask; any other would make it an invalid number, date or base64. */
const TEXT_TAGS = new Set(['str', ''])

/** A whole scalar as a place: quotes, block header and a tag that is not text's go, an anchor stays. */
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

/** A part of a scalar as a place, or the whole scalar where a bare mask would not stand safely in its style. */
export function partPlace(tree: YamlTree, { scalar, range }: ScalarPart, ground: Ground): SecretPlace {
  const { text } = tree
  const start = Math.max(range.start, contentStart(scalar))
  const end = Math.min(range.end, contentStart(scalar) + contentLength(scalar))
  if (!canSplice(text, scalar, { start, end })) return wholePlace(tree, scalar, ground)
  const { source, reason, strength } = ground
  return { start, end, path: nodePath(tree, scalar), source, reason, strength, replacement: MASK }
}

/** Where the text of a scalar begins, behind quote or header. */
function contentStart(scalar: YamlScalar): number {
  return scalar.event.valueStart
}

function contentLength(scalar: YamlScalar): number {
  return Math.min(scalar.event.valueEnd, scalar.end) - scalar.event.valueStart
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

/** Whether a part of a quoted scalar begins or ends inside an escape; two backslashes are one that stands for itself. */
function cutsEscape(text: string, scalar: YamlScalar, { start, end }: TextRange): boolean {
  const { valueStart, valueEnd } = scalar.event
  if (text[valueStart - 1] === "'")
    return text[start - 1] === "'" || (end < valueEnd && text[end] === "'") || text[start] === "'"
  const isCut = (at: number): boolean =>
    IN_ESCAPE.test(text.slice(Math.max(valueStart, at - 10), at).replaceAll('\\\\', '..'))
  return isCut(start) || isCut(end)
}

/** What was found at a range as a place: in the scalar where it stands, else in a comment. */
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

/** Nobody fills in a comment: its first and last line stay, and say what stood there. */
function withoutArmour(text: string, { start, end }: TextRange): TextRange {
  const key = text.slice(start, end)
  const header = HEADER.exec(key)?.[0].length ?? 0
  const footer = FOOTER.exec(key.slice(-200))?.[0].length ?? 0
  return header + footer < key.length ? { start: start + header, end: end - footer } : { start, end }
}
