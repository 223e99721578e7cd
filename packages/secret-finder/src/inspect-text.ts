import {
  DEFAULT_YAML_LIMITS,
  type YamlLimits,
  MASK,
  QUOTED_MASK,
  findReferences,
  parsePath,
  resolvePaths,
  parseYaml,
  scalarValue,
  type YamlScalar,
  type YamlTree,
} from '@waybill/layer-text'
import { copiesOf, stronger } from './copies/copies.ts'
import { CREDENTIAL_WORD } from './evidence/credential-names.ts'
import { literalsUnder, mapsOf, secretManifestLiterals } from './evidence/declared.ts'
import { embeddedSecrets } from './evidence/embedded.ts'
import type { SecretPlace, SecretSource, Suspicion, TextInspection } from './text-inspection.ts'
import { maskedPlaces } from '@waybill/layer-text'
import { partPlace, wholePlace, type Ground } from './places/secret-place.ts'
import { scannedPlaces } from './evidence/scanned.ts'
import { isWord } from './copies/secret-forms.ts'
import { settlePlaces } from './places/settle-places.ts'
import { suspectedLiterals } from './evidence/suspected.ts'

/** What is known of a text before it is read. */
export interface TextContext {
  kind: 'values' | 'manifest'
  /** Paths that the pack's schema declares secret (`secretPaths`); empty for manifests. */
  declaredPaths: readonly string[]
  suspicions: readonly Suspicion[]
  limits?: YamlLimits
}

/**
 * Finds what is secret, what is masked and what is referenced in one YAML text (design.md decision 5). Parses at most
 * once, and not at all when nothing in the text can be any of it. A text that cannot be parsed but may hold a secret is
 * one place as a whole. Never throws.
 */
export function inspectText(text: string, context: TextContext): TextInspection {
  const references = findReferences(text)
  const declared = context.declaredPaths.filter((path) => mayStandIn(text, path))
  const hasWord = CREDENTIAL_WORD.test(text)
  const hasGrounds = declared.length > 0 || hasWord || context.suspicions.length > 0
  if (!hasGrounds && !text.includes(MASK)) return { secrets: [], masked: [], references }
  const parsed = parseYaml(text, context.limits ?? DEFAULT_YAML_LIMITS)
  if (!('tree' in parsed)) return { secrets: hasGrounds ? [wholeText(text, declared)] : [], masked: [], references }
  const masked = maskedPlaces(parsed.tree)
  if (!hasGrounds) return { secrets: [], masked, references }
  return { secrets: secretsIn(parsed.tree, declared, context.suspicions), masked, references }
}

function secretsIn(tree: YamlTree, declared: readonly string[], suspicions: readonly Suspicion[]): SecretPlace[] {
  const nodes = resolvePaths(tree, declared.map(parsePath))
  if (!nodes) return [wholeText(tree.text, declared)]
  const maps = mapsOf(tree)
  const grounds = new Map<YamlScalar, Ground>()
  const claim = (scalars: readonly YamlScalar[], ground: Ground): void => {
    for (const scalar of scalars) if (!grounds.has(scalar)) grounds.set(scalar, ground)
  }
  claim(
    [...nodes].flatMap((node) => literalsUnder(tree, node)),
    { source: 'declared', reason: 'schema' },
  )
  claim(secretManifestLiterals(tree, maps), { source: 'secret-manifest', reason: 'manifest' })
  const named = new Set(suspectedLiterals(tree, maps))
  claim([...named], { source: 'suspected', reason: 'key-name' })
  const whole = [...grounds].map(([scalar, ground]) => wholePlace(tree, scalar, ground))
  const parts = embeddedSecrets(tree)
    .filter(({ scalar }) => !grounds.has(scalar))
    .map(({ scalar, range }) => partPlace(tree, { scalar, range }, { source: 'suspected', reason: 'key-name' }))
  const places = [...whole, ...parts, ...scannedPlaces(tree, suspicions)]
  return settlePlaces([
    ...places,
    ...copiesOf(tree, knownSecrets(tree, { grounds: copied(tree, grounds, named), places })),
  ])
}

/** An ordinary word in a Secret under no credential's name, such as a user's, is no secret where it stands elsewhere. */
function copied(tree: YamlTree, grounds: ReadonlyMap<YamlScalar, Ground>, named: ReadonlySet<YamlScalar>) {
  return [...grounds].filter(
    ([scalar, { source }]) =>
      source !== 'secret-manifest' || named.has(scalar) || !isWord(scalarValue(tree.text, scalar)),
  )
}

interface Known {
  grounds: readonly (readonly [YamlScalar, Ground])[]
  places: readonly SecretPlace[]
}

/** What stands at the places: decoded where a place is a scalar, as written where it is a part of one. */
function knownSecrets(tree: YamlTree, { grounds, places }: Known): Map<string, SecretSource> {
  const secrets = new Map<string, SecretSource>()
  const add = (secret: string, source: SecretSource): void => {
    secrets.set(secret, stronger(source, secrets.get(secret)))
  }
  for (const [scalar, { source }] of grounds) add(scalarValue(tree.text, scalar), source)
  for (const place of places) if (place.replacement === MASK) add(tree.text.slice(place.start, place.end), place.source)
  return secrets
}

/** Fail closed: what cannot be read may hold anything. */
function wholeText(text: string, declared: readonly string[]): SecretPlace {
  const source: SecretSource =
    declared.length > 0 ? 'declared' : /\bkind["']?\s*:\s*["']?Secret\b/.test(text) ? 'secret-manifest' : 'suspected'
  return { start: 0, end: text.length, path: '', source, reason: 'unparsable', replacement: QUOTED_MASK }
}

/** Whether a path can lead anywhere in a text: its last key must be written in it, unless escapes could hide it. */
function mayStandIn(text: string, path: string): boolean {
  const last = parsePath(path).findLast((step) => step.kind === 'key')
  if (last?.kind !== 'key' || !/^[\w.-]+$/.test(last.name)) return true
  return text.includes(last.name) || text.includes('\\')
}
