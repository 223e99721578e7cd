import { scalarOver, MASK, type YamlScalar, type YamlTree, type TextRange } from '@waybill/layer-text'
import type { SecretPlace, Suspicion } from '../../text-inspection.ts'
import type { Hit } from '../hit.ts'
import { isLiteral } from '../../weigh/references.ts'
import { partPlace } from '../../places/secret-place.ts'
import { commentPath } from '../../places/comment-path.ts'

const GROUND = { source: 'suspected', reason: 'token-pattern', strength: 'certain' } as const

/** `postgres://shop:<password>@db` has a placeholder for its password. */
const TO_FILL_IN = /:\/\/[^\s/:@<>]{0,80}:<[^<>@\s]{1,80}>@/

/** The places of a scanner's suspicions: in every scalar that a range touches, or else in the comment at it. */
export function scannedPlaces(tree: YamlTree, suspicions: readonly Suspicion[], shapes: readonly Hit[]): SecretPlace[] {
  const inAddresses = shapes
    .filter(({ reason }) => reason === 'url')
    .map(({ start }) => start)
    .toSorted((a, b) => a - b)
  return suspicions.flatMap((suspicion) => {
    const range = within(tree.text, suspicion)
    const suspected = tree.text.slice(range.start, range.end)
    const isNarrower = suspected.includes('//') && hasStart(inAddresses, range)
    return isNarrower || TO_FILL_IN.test(suspected) ? [] : placesOf(tree, range)
  })
}

/**
 * Whether one of the sorted offsets is within a range: the secret parts of such a URL are known, and the rest is not
 * secret.
 */
function hasStart(starts: readonly number[], range: TextRange): boolean {
  let low = 0
  for (let high = starts.length; low < high;) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < range.start) low = middle + 1
    else high = middle
  }
  return (starts[low] ?? range.end) < range.end
}

function placesOf(tree: YamlTree, range: TextRange): SecretPlace[] {
  const places: SecretPlace[] = []
  let from = range.start
  for (;;) {
    const scalar = scalarOver(tree, { start: from, end: range.end })
    if (!scalar) break
    if (scalar.kind === 'scalar' && !isKeyBefore(tree, scalar, range)) {
      const part = { start: Math.max(from, scalar.start), end: Math.min(range.end, scalar.end) }
      if (isLiteral(tree.text.slice(part.start, part.end)))
        places.push(partPlace(tree, { scalar, range: part }, GROUND))
    }
    from = Math.max(from + 1, scalar.end)
    if (from >= range.end) break
  }
  if (places.length > 0 || range.end <= range.start || scalarOver(tree, range)) return places
  return [{ ...range, path: commentPath(tree, range.start), ...GROUND, replacement: MASK }]
}

/** Whether a scalar is the key before the suspected value (`password: …`), and so not a secret itself. */
function isKeyBefore(tree: YamlTree, scalar: YamlScalar, range: TextRange): boolean {
  return (
    scalar.parent.isKey &&
    scalar.end < range.end &&
    scalarOver(tree, { start: scalar.end, end: range.end }) !== undefined
  )
}

function within(text: string, { start, end }: TextRange): TextRange {
  const from = Math.max(0, Math.min(start, text.length))
  return { start: from, end: Math.max(from, Math.min(end, text.length)) }
}
