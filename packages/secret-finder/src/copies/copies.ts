import { scalarOver, MASK, scalarValue, type YamlTree, type TextRange, isPlain } from '@waybill/layer-text'
import type { SecretPlace, SecretSource, Strength } from '../text-inspection.ts'
import { createNeedleSearch, SHORTEST_NEEDLE, type NeedleSearch } from './needle-search.ts'
import { wholePlace, placeOf } from '../places/secret-place.ts'
import { formsOf, isDistinct, wholeCode } from './secret-forms.ts'
import { stronger } from '../places/rank.ts'

/** Secrets to look for, by how surely they are secrets. Ordinary words are none that could be looked for. */
export interface SecretCopies {
  search: NeedleSearch
  formAt: (text: string, range: TextRange) => { source: SecretSource; isEncoded: boolean }
}

/** Prepares the search for many secrets. */
export function createCopySearch(secrets: ReadonlyMap<string, SecretSource>): SecretCopies {
  const forms = new Map<string, { source: SecretSource; isEncoded: boolean }>()
  for (const [secret, source] of secrets) {
    if (!isDistinct(secret)) continue
    for (const { text, isEncoded } of formsOf(secret)) {
      const before = forms.get(text)
      forms.set(text, { source: stronger(source, before?.source), isEncoded: isEncoded && (before?.isEncoded ?? true) })
    }
  }
  const unknown = { source: 'declared' as const, isEncoded: false }
  return {
    search: createNeedleSearch(forms.keys()),
    formAt: (text, { start, end }) => forms.get(text.slice(start, end)) ?? unknown,
  }
}

/** Every other place where what stands at the places stands again, in any of its forms: in values, arguments, keys and comments. */
export function copiesOf(tree: YamlTree, places: readonly SecretPlace[]): SecretPlace[] {
  const secrets = new Map<string, SecretSource>()
  for (const place of places) {
    const secret = standsAt(tree, place)
    secrets.set(secret, stronger(place.source, secrets.get(secret)))
  }
  return findCopies(tree, createCopySearch(secrets))
}

/** Every place of a text where one of the secrets stands. */
export function findCopies(tree: YamlTree, { search, formAt }: SecretCopies): SecretPlace[] {
  const raw = search.find(tree.text).flatMap((range) => {
    const { source, isEncoded } = formAt(tree.text, range)
    const around = isEncoded ? within(tree, range) : range
    return placeOf(tree, { ...around, source, reason: 'copy', strength: strengthOf(source) }) ?? []
  })
  return [...raw, ...hiddenCopies(tree, { search, formAt })]
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

/** The secret itself: decoded where the place is a scalar, as written where it is a part of one. */
function standsAt(tree: YamlTree, place: SecretPlace): string {
  const raw = tree.text.slice(place.start, place.end)
  if (place.replacement === MASK) return raw
  const scalar = scalarOver(tree, place)
  return scalar?.kind === 'scalar' ? scalarValue(tree.text, scalar) : raw
}

/** Copies that escapes, folding or indentation hide from a search of the raw text. */
function hiddenCopies(tree: YamlTree, { search, formAt }: SecretCopies): SecretPlace[] {
  return tree.scalars.flatMap((scalar) => {
    if (
      scalar.kind === 'alias' ||
      scalar.event.fast ||
      (isPlain(scalar.event) && scalar.end - scalar.start < SHORTEST_NEEDLE)
    )
      return []
    const value = scalarValue(tree.text, scalar)
    const hit = value.length < SHORTEST_NEEDLE ? undefined : search.find(value)[0]
    if (!hit || tree.text.slice(scalar.start, scalar.end).includes(value.slice(hit.start, hit.end))) return []
    const { source } = formAt(value, hit)
    return [wholePlace(tree, scalar, { source, reason: 'copy', strength: strengthOf(source) })]
  })
}
