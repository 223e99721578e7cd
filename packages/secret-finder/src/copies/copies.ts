import {
  scalarOver,
  MASK,
  scalarValue,
  type YamlScalar,
  type YamlTree,
  type TextRange,
  isLiteralBlock,
  isPlain,
} from '@waybill/layer-text'
import type { SecretPlace, SecretSource, Strength } from '../text-inspection.ts'
import { createNeedleSearch, SHORTEST_NEEDLE, type NeedleSearch } from './needle-search.ts'
import { wholePlace, placeOf } from '../places/secret-place.ts'
import { heldGroups, mayHold } from './held-groups.ts'
import { formsOf, isDistinct, wholeCode } from './secret-forms.ts'
import { stronger } from '../places/rank.ts'

/** A search for copies of secrets, with the source of each secret. Common words are not searched for. */
export interface SecretCopies {
  search: NeedleSearch
  /** Only the secrets with several lines: in a literal block scalar, indentation hides no others. */
  lines: NeedleSearch
  formAt: (text: string, range: TextRange) => { source: SecretSource; isEncoded: boolean }
}

/**
 * Prepares the search for many secrets. It is faster if the texts to search are given (`searchedTexts`), together with
 * the number of times each secret occurs in them just by being in its own place: most secrets occur nowhere else.
 */
export function createCopySearch(
  secrets: ReadonlyMap<string, SecretSource>,
  texts?: readonly string[],
  standing?: ReadonlyMap<string, 0 | 1 | 2>,
): SecretCopies {
  const forms = new Map<string, { source: SecretSource; isEncoded: boolean }>()
  const held = texts && heldGroups(texts, secrets.keys())
  for (const [secret, source] of secrets) {
    if (!isDistinct(secret)) continue
    for (const { text, isEncoded } of formsOf(secret, held)) {
      if (!mayHold(held, text, text === secret ? (standing?.get(text) ?? 0) : 0)) continue
      const before = forms.get(text)
      forms.set(text, { source: stronger(source, before?.source), isEncoded: isEncoded && (before?.isEncoded ?? true) })
    }
  }
  const unknown = { source: 'declared' as const, isEncoded: false }
  return {
    search: createNeedleSearch(forms.keys()),
    lines: createNeedleSearch([...forms.keys()].filter((text) => text.includes('\n'))),
    formAt: (text, { start, end }) => forms.get(text.slice(start, end)) ?? unknown,
  }
}

/** Finds the copies of the values at the given places, in any form: in values, arguments, keys and comments. */
export function copiesOf(tree: YamlTree, places: readonly SecretPlace[]): SecretPlace[] {
  const secrets = new Map<string, SecretSource>()
  const standing = new Map<string, 0 | 1 | 2>()
  for (const place of places) {
    const { secret, times } = standsAt(tree, place)
    secrets.set(secret, stronger(place.source, secrets.get(secret)))
    if (times > (standing.get(secret) ?? 0)) standing.set(secret, times)
  }
  return findCopies(tree, createCopySearch(secrets, searchedTexts(tree), standing), places)
}

/**
 * The texts that `findCopies` searches: the text as written, and the values that it hides by escapes, folding or
 * indentation. A literal block scalar hides only what crosses its line breaks.
 */
export function searchedTexts(tree: YamlTree): string[] {
  return [
    tree.text,
    ...hiddenScalars(tree).map((scalar) => {
      const value = scalarValue(tree.text, scalar)
      return isLiteralBlock(scalar.event) ? lineEnds(value) : value
    }),
  ]
}

/** Every line break with the characters next to it that can be in one group with it (`heldGroups`). */
function lineEnds(value: string): string {
  let ends = ''
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1))
    ends += value.slice(Math.max(0, at - 3), at + 4)
  return ends
}

/** Finds every place of a text with one of the secrets, except known places that would only be found again. */
export function findCopies(tree: YamlTree, copies: SecretCopies, known: readonly SecretPlace[] = []): SecretPlace[] {
  const { search, formAt } = copies
  const raw: SecretPlace[] = []
  let next = 0
  for (const range of search.find(tree.text)) {
    const { source, isEncoded } = formAt(tree.text, range)
    while ((known[next]?.end ?? Infinity) <= range.start) next += 1
    if (!isEncoded && isKnown(known[next], range, source)) continue
    const around = isEncoded ? within(tree, range) : range
    const place = placeOf(tree, { ...around, source, reason: 'copy', strength: strengthOf(source) })
    if (place) raw.push(place)
  }
  return [...raw, ...hiddenCopies(tree, copies)]
}

/** Whether a copy adds nothing to a place: it is at or inside the place, and its source is no stronger. */
function isKnown(place: SecretPlace | undefined, { start, end }: TextRange, source: SecretSource): boolean {
  if (!place || stronger(place.source, source) !== place.source) return false
  if (place.replacement === MASK) return place.start === start && place.end === end
  return place.start <= start && end <= place.end
}

/** A copy is never surer than the secret it copies. */
function strengthOf(source: SecretSource): Strength {
  return source === 'suspected' ? 'likely' : 'certain'
}

/** The whole encoded run around an encoded secret, within its scalar. */
function within(tree: YamlTree, range: TextRange): TextRange {
  const scalar = scalarOver(tree, range)
  if (scalar?.kind !== 'scalar') return range
  const { start, end } = wholeCode(tree.text, range)
  return {
    start: Math.max(start, scalar.event.valueStart),
    end: Math.min(end, Math.max(scalar.event.valueEnd, range.end)),
  }
}

interface Standing {
  secret: string
  /**
   * How often the secret occurs in the searched texts by being in its place: in the raw text, and in the value that
   * this hides.
   */
  times: 0 | 1 | 2
}

/** The secret at a place: decoded if the place is a whole scalar, as written if it is part of one. */
function standsAt(tree: YamlTree, place: SecretPlace): Standing {
  const scalar = scalarOver(tree, place)
  const written = tree.text.slice(place.start, place.end)
  if (scalar?.kind !== 'scalar') return { secret: written, times: 1 }
  if (place.replacement === MASK)
    return {
      secret: written,
      times: isHidden(scalar) && !isLiteralBlock(scalar.event) && !MAY_CHANGE.test(written) ? 2 : 1,
    }
  const secret = scalarValue(tree.text, scalar)
  return { secret, times: tree.text.startsWith(secret, scalar.event.valueStart) ? 1 : 0 }
}

/** Source text that may differ from the value: escapes, a doubled apostrophe, line breaks. */
const MAY_CHANGE = /[\\\r\n]|''/

/** Scalars whose value differs from the raw text, so that a search of the raw text misses it. */
function hiddenScalars(tree: YamlTree): YamlScalar[] {
  return tree.scalars.filter((scalar): scalar is YamlScalar => scalar.kind === 'scalar' && isHidden(scalar))
}

function isHidden({ event, start, end }: YamlScalar): boolean {
  return !event.fast && !(isPlain(event) && end - start < SHORTEST_NEEDLE)
}

/** Copies that escapes, folding or indentation hide from a search of the raw text. */
function hiddenCopies(tree: YamlTree, { search, lines, formAt }: SecretCopies): SecretPlace[] {
  return hiddenScalars(tree).flatMap((scalar) => {
    const value = scalarValue(tree.text, scalar)
    const hit =
      value.length < SHORTEST_NEEDLE ? undefined : (isLiteralBlock(scalar.event) ? lines : search).first(value)
    if (!hit || tree.text.slice(scalar.start, scalar.end).includes(value.slice(hit.start, hit.end))) return []
    const { source } = formAt(value, hit)
    return [wholePlace(tree, scalar, { source, reason: 'copy', strength: strengthOf(source) })]
  })
}
