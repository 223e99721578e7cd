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

/** Secrets to look for, by how surely they are secrets. Ordinary words are none that could be looked for. */
export interface SecretCopies {
  search: NeedleSearch
  /** Those of more than one line alone: of a block that is written as it is, indentation hides nothing else. */
  lines: NeedleSearch
  formAt: (text: string, range: TextRange) => { source: SecretSource; isEncoded: boolean }
}

/**
 * Prepares the search for many secrets. Faster where the texts to be searched are given (`searchedTexts`), and where it is known how
 * often a secret stands in them by being in its place: most stand nowhere else.
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

/** Every other place where what stands at the places stands again, in any of its forms: in values, arguments, keys and comments. */
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
 * What `findCopies` looks at: the text as it is written, and the values that it hides by escapes, folding or indentation. Of a block
 * that is written as it is, only where its lines meet is hidden.
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

/** Every end of a line with what groups of characters reach over it (`heldGroups`). */
function lineEnds(value: string): string {
  let ends = ''
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1))
    ends += value.slice(Math.max(0, at - 3), at + 4)
  return ends
}

/** Every place of a text where one of the secrets stands, but for those that are known and would only be found again. */
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

/** Whether a copy adds nothing to a place: it stands there or in it, and is no surer. */
function isKnown(place: SecretPlace | undefined, { start, end }: TextRange, source: SecretSource): boolean {
  if (!place || stronger(place.source, source) !== place.source) return false
  if (place.replacement === MASK) return place.start === start && place.end === end
  return place.start <= start && end <= place.end
}

/** A copy is never surer than what it is a copy of. */
function strengthOf(source: SecretSource): Strength {
  return source === 'suspected' ? 'likely' : 'certain'
}

/** The whole code around an encoded secret, as far as its scalar goes. */
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
  /** How often it stands in the texts that are searched by being in its place: as it is written, and in the value that this hides. */
  times: 0 | 1 | 2
}

/** The secret itself: decoded where the place is a scalar, as written where it is a part of one. */
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

/** What may be another character in the value: escapes, an apostrophe written twice, line ends. */
const MAY_CHANGE = /[\\\r\n]|''/

/** Scalars whose value is not the text that a search of the raw text sees. */
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
