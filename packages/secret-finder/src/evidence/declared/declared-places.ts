import {
  parsePath,
  pathsIn,
  resolvePaths,
  type PathEnd,
  type YamlNode,
  type YamlScalar,
  type YamlTree,
} from '@waybill/layer-text'
import { partPlace, wholePlace } from '../../places/secret-place.ts'
import type { SecretPlace } from '../../text-inspection.ts'
import { decodeScalar } from '../texts-inside/decode-scalar.ts'
import { readInnerText } from '../texts-inside/inner-text.ts'
import { literalsUnder, mergedInto } from './declared.ts'

const GROUND = { source: 'declared', reason: 'schema', strength: 'certain' } as const

/**
 * The places that the schema declares: every scalar at and below its paths, including texts inside scalars. Undefined
 * if the paths have too many places to follow.
 */
export function declaredPlaces(tree: YamlTree, paths: readonly string[]): SecretPlace[] | undefined {
  const target = resolvePaths(tree, paths.map(parsePath))
  if (!target) return undefined
  const scalars = new Set(literals(tree, target.found))
  const inside = target.ends.filter(({ scalar }) => !scalars.has(scalar))
  return [
    ...[...scalars].map((scalar) => wholePlace(tree, scalar, GROUND)),
    ...inside.flatMap((end) => placesInside(tree, end) ?? whole(tree, end.scalar)),
  ]
}

function literals(tree: YamlTree, nodes: Iterable<YamlNode>): YamlScalar[] {
  return [...nodes].flatMap((node) => [node, ...mergedInto(node)]).flatMap((node) => literalsUnder(tree, node))
}

/** Fails closed: if the rest of a path cannot be found in a text that may contain it, the whole text is masked. */
function whole(tree: YamlTree, scalar: YamlScalar): SecretPlace[] {
  return literalsUnder(tree, scalar).map((each) => wholePlace(tree, each, GROUND))
}

/**
 * The scalars of a text inside a scalar, at their places in the outer text. Undefined if these cannot be determined.
 */
function placesInside(tree: YamlTree, { scalar, rest }: PathEnd): SecretPlace[] | undefined {
  const outer = decodeScalar(tree.text, scalar)
  const inner = readInnerText(outer.value)
  if (!inner?.tree || inner.isEncoded) return undefined
  const target = pathsIn(inner.tree)(rest)
  const nodes = target && [...target.found, ...target.ends.map((end) => end.scalar)]
  if (!nodes || nodes.length === 0) return undefined
  const places: SecretPlace[] = []
  for (const literal of literals(inner.tree, nodes)) {
    const { value, written } = decodeScalar(inner.tree.text, literal)
    const here = written({ start: 0, end: value.length })
    const range = here && outer.written(here)
    if (!range) return undefined
    places.push(partPlace(tree, { scalar, range }, GROUND))
  }
  return places
}
