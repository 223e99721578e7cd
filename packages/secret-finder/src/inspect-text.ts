import { findReferences, MASK, maskedPlaces, parsePath, treeOf, QUOTED_MASK, type YamlTree } from '@waybill/layer-text'
import { copiesOf } from './copies/copies.ts'
import { declaredPlaces } from './evidence/declared/declared-places.ts'
import { defaultsOf } from './evidence/defaults/default-values.ts'
import { asShipped } from './evidence/defaults/shipped-comments.ts'
import type { Hit } from './evidence/hit.ts'
import { hintsAtCredential } from './evidence/key-names/credential-hint.ts'
import type { Search } from './evidence/texts-inside/region.ts'
import { searchRegion } from './evidence/texts-inside/search-region.ts'
import { characterRuns } from './evidence/value-shapes/character-runs.ts'
import { scanShapes } from './evidence/value-shapes/scan-shapes.ts'
import { scannedPlaces } from './evidence/value-shapes/scanned.ts'
import { placeOf } from './places/secret-place.ts'
import { mergePlaces, settlePlaces } from './places/settle-places.ts'
import type { SecretPlace, SecretSource, Suspicion, TextInspection } from './text-inspection.ts'

/** What is known about a text before it is read. */
export interface TextContext {
  kind: 'values' | 'manifest'
  /** Paths that the pack's schema declares secret (`secretPaths`); empty for manifests. */
  declaredPaths: readonly string[]
  suspicions: readonly Suspicion[]
  /** The pack's default of this text, which everybody with the pack can read; absent when unknown. */
  defaults?: string | undefined
}

/** Base64 may hide any word. */
const ENCODED = /[A-Za-z0-9+/]{20}/

/** How many characters of inner texts may be read, as a multiple of the text's length. */
const INNER_SHARE = 4

/**
 * Finds secrets, masks and references in one YAML text. A text that cannot be parsed but may contain a secret becomes
 * one place as a whole. Never throws.
 */
export function inspectText(text: string, context: TextContext): TextInspection {
  const references = findReferences(text)
  const declared = context.declaredPaths.filter((path) => mayStandIn(text, path))
  const runs = characterRuns(text)
  const shapes = scanShapes(text, runs)
  const hasGrounds =
    declared.length > 0 ||
    context.suspicions.length > 0 ||
    shapes.length > 0 ||
    hintsAtCredential(text) ||
    runs.some(([start, end]) => ENCODED.test(text.slice(start, end)))
  const nothing = { secrets: [], possible: [], references }
  if (!hasGrounds && context.defaults === undefined && !text.includes(MASK)) return { ...nothing, masked: [] }
  const tree = treeOf(text)
  if (!tree) return { ...nothing, secrets: hasGrounds ? [wholeText(text, declared)] : [], masked: [] }
  const masked = maskedPlaces(tree)
  if (!hasGrounds && context.defaults === undefined) return { ...nothing, masked }
  return { ...placesIn(tree, { ...context, declaredPaths: declared }, shapes), masked, references }
}

function placesIn(
  tree: YamlTree,
  context: TextContext,
  shapes: readonly Hit[],
): Pick<TextInspection, 'secrets' | 'possible'> {
  const declared = declaredPlaces(tree, context.declaredPaths)
  if (!declared) return { secrets: [wholeText(tree.text, context.declaredPaths)], possible: [] }
  const search: Search = {
    found: shapes.map((hit) => ({ ...hit, source: 'suspected' })),
    budget: Math.max(tree.text.length * INNER_SHARE, 65_536),
    defaultAt: context.defaults === undefined ? undefined : defaultsOf(context.defaults),
  }
  searchRegion(search, { tree, written: (range) => range, depth: 0, isContained: false })
  const known = [
    ...declared,
    ...search.found.flatMap((found) => placeOf(tree, found) ?? []),
    ...scannedPlaces(tree, context.suspicions, shapes),
  ]
  const places = context.defaults === undefined ? known : asShipped(tree, context.defaults, known)
  const sure = mergePlaces(places.filter(({ strength }) => strength !== 'possible'))
  const secrets = settlePlaces([...sure, ...copiesOf(tree, sure)])
  return {
    secrets,
    possible: apartFrom(secrets, settlePlaces(places.filter(({ strength }) => strength === 'possible'))),
  }
}

/** The possible secrets that are not inside masked ones. Both lists are in the order of the text. */
function apartFrom(secrets: readonly SecretPlace[], possible: readonly SecretPlace[]): SecretPlace[] {
  let at = 0
  return possible.filter(({ start, end }) => {
    while (at < secrets.length && (secrets[at]?.end ?? 0) <= start) at += 1
    return (secrets[at]?.start ?? end) >= end
  })
}

/** Fails closed: a text that cannot be parsed may contain anything. */
function wholeText(text: string, declared: readonly string[]): SecretPlace {
  const source: SecretSource =
    declared.length > 0
      ? 'declared'
      : /\bkind["']?\s{0,8}:\s{0,8}["']?secret(?:list)?\b/i.test(text)
        ? 'secret-manifest'
        : 'suspected'
  return {
    start: 0,
    end: text.length,
    path: '',
    source,
    reason: 'unparsable',
    strength: 'certain',
    replacement: QUOTED_MASK,
  }
}

/** Whether a path can lead anywhere in a text: the text must contain its last key, unless escapes could hide it. */
function mayStandIn(text: string, path: string): boolean {
  const last = parsePath(path).findLast((step) => step.kind === 'key')
  if (last?.kind !== 'key' || !/^[\w.-]+$/.test(last.name)) return true
  return text.includes(last.name) || text.includes('\\')
}
