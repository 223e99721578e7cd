import { scalarOver, standsAlone, MASK, scalarValue, type YamlTree, type TextRange } from '@waybill/layer-text'
import type { SecretPlace, SecretSource } from '../text-inspection.ts'
import { createNeedleSearch, SHORTEST_NEEDLE } from './needle-search.ts'
import { partPlace, wholePlace } from '../places/secret-place.ts'
import { isWord, secretForms } from './secret-forms.ts'
import { lineOf } from '@waybill/layer-text'

/** Secrets known in a text, by how surely they are secrets. */
export type KnownSecrets = ReadonlyMap<string, SecretSource>

const STRENGTH: Record<SecretSource, number> = { suspected: 0, 'secret-manifest': 1, declared: 2 }

/** The surer of two grounds. */
export function stronger(one: SecretSource, other: SecretSource | undefined): SecretSource {
  return other !== undefined && STRENGTH[other] > STRENGTH[one] ? other : one
}

/**
 * Every other place where a known secret stands, in any of its forms: in values, arguments, keys and comments. Of
 * secrets that are ordinary words only places where the word stands for a value.
 */
export function copiesOf(tree: YamlTree, secrets: KnownSecrets): SecretPlace[] {
  const forms = formsOf(secrets)
  if (forms.size === 0) return []
  const search = createNeedleSearch(forms.keys())
  const sourceAt = (text: string, { start, end }: TextRange): SecretSource =>
    forms.get(text.slice(start, end)) ?? 'declared'
  const raw = search.find(tree.text).flatMap((range) => copyAt(tree, range, sourceAt(tree.text, range)) ?? [])
  return [...raw, ...hiddenCopies(tree, search.find, sourceAt)]
}

function formsOf(secrets: KnownSecrets): Map<string, SecretSource> {
  const forms = new Map<string, SecretSource>()
  for (const [secret, source] of secrets) {
    for (const form of secretForms(secret)) forms.set(form, stronger(source, forms.get(form)))
  }
  return forms
}

function copyAt(tree: YamlTree, range: TextRange, source: SecretSource): SecretPlace | undefined {
  const ground = { source, reason: 'copy' } as const
  const scalar = scalarOver(tree, range)
  if (scalar?.kind === 'alias') return undefined
  if (isWord(tree.text.slice(range.start, range.end)) && !standsForValue(tree, range)) return undefined
  if (scalar) return partPlace(tree, { scalar, range }, ground)
  const path = `comment[${lineOf(tree, range.start)}]`
  return { ...range, path, ...ground, replacement: MASK }
}

/** A word stands for a value alone in a scalar, behind `=`, `:` or `@`, or as a word of a comment. */
function standsForValue(tree: YamlTree, range: TextRange): boolean {
  const { text } = tree
  const { start, end } = range
  if (/[\w-]/.test(text[end] ?? '') || /[\w-]/.test(text[start - 1] ?? '')) return false
  const scalar = scalarOver(tree, range)
  if (!scalar) return true
  if (scalar.kind === 'alias' || scalar.parent.isKey) return false
  return standsAlone(text, scalar, range) || /[=:@]/.test(text[start - 1] ?? '')
}

/** Copies that escapes, folding or indentation hide from a search of the raw text. */
function hiddenCopies(
  tree: YamlTree,
  find: (text: string) => TextRange[],
  sourceAt: (text: string, range: TextRange) => SecretSource,
): SecretPlace[] {
  return tree.scalars.flatMap((scalar) => {
    if (scalar.kind === 'alias' || scalar.event.fast) return []
    const value = scalarValue(tree.text, scalar)
    const hit =
      value.length < SHORTEST_NEEDLE
        ? undefined
        : find(value).find((range) => !isWord(value.slice(range.start, range.end)))
    if (!hit || tree.text.slice(scalar.start, scalar.end).includes(value.slice(hit.start, hit.end))) return []
    return [wholePlace(tree, scalar, { source: sourceAt(value, hit), reason: 'copy' })]
  })
}
