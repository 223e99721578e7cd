import { treeOf, QUOTED_MASK, type YamlTree } from '@waybill/layer-text'
import { copiesOf } from '../copies/copies.ts'
import { literalsAt } from './literals-at.ts'
import { wholePlace } from '../places/secret-place.ts'
import { settlePlaces } from '../places/settle-places.ts'
import type { SecretPlace, TextInspection } from '../text-inspection.ts'

/** What a person said of a path of a text: a `mark` of one profile, or a `rule` of the tenant for a pack. */
export interface SecretDecision {
  path: string
  verdict: 'secret' | 'harmless'
  by: 'mark' | 'rule'
}

/** Whether a finding may be said to be no secret: never what is declared; what is certain, by a rule alone. */
export const mayClear = ({ source, strength }: SecretPlace, by: SecretDecision['by']): boolean =>
  source === 'suspected' && (by === 'rule' || strength !== 'certain')

/**
 * The inspection of a text as people decided. A secret is masked in every mode as what is declared; what is harmless is shown
 * beside what is possible, and its copies go with it. A path that leads nowhere, or to what may not be cleared, changes nothing.
 * Of two decisions for one path the later holds.
 */
export function applyDecisions(text: string, { inspection, decisions }: DecidedText): TextInspection {
  const byPath = new Map(decisions.map((decision) => [decision.path, decision]))
  const isCleared = (place: SecretPlace) => {
    const decision = byPath.get(place.path)
    return decision?.verdict === 'harmless' && mayClear(place, decision.by)
  }
  const cleared = inspection.secrets.filter(isCleared)
  const kept = withoutCopies(
    text,
    inspection.secrets.filter((place) => !isCleared(place)),
    cleared,
  )
  const chosen = [...byPath.values()].filter(({ verdict }) => verdict === 'secret')
  const { secrets, isMoved } = withChosen(text, { kept, possible: inspection.possible, chosen })
  const beside = cleared.map((place) => ({ ...place, decidedBy: byPath.get(place.path)?.by ?? 'mark' }))
  const possible = inspection.possible.filter((place) => !isMoved(place))
  return { ...inspection, secrets, possible: [...possible, ...beside].toSorted((a, b) => a.start - b.start) }
}

/** A text, what was found in it, and what people said of its paths. */
export interface DecidedText {
  inspection: TextInspection
  decisions: readonly SecretDecision[]
}

function withoutCopies(text: string, kept: readonly SecretPlace[], cleared: readonly SecretPlace[]): SecretPlace[] {
  const at = ({ start, end }: SecretPlace) => text.slice(start, end)
  const harmless = new Set(cleared.map(at))
  for (const place of kept) if (place.reason !== 'copy') harmless.delete(at(place))
  return kept.filter((place) => place.reason !== 'copy' || !harmless.has(at(place)))
}

interface Choosing {
  kept: readonly SecretPlace[]
  possible: readonly SecretPlace[]
  chosen: readonly SecretDecision[]
}

function withChosen(text: string, { kept, possible, chosen }: Choosing) {
  if (chosen.length === 0) return { secrets: [...kept], isMoved: () => false }
  const tree = treeOf(text)
  // What cannot be read may hold what was marked anywhere.
  if (!tree) return { secrets: [markedText(text, chosen)], isMoved: () => true }
  const found = [...kept, ...possible]
  const marked = chosen.flatMap((decision) => chosenPlaces(tree, { decision, found }))
  const covers = ({ start, end }: SecretPlace) => marked.some((mark) => mark.start <= start && end <= mark.end)
  const rest = kept.filter((place) => place.source !== 'suspected' || !covers(place))
  const copies = copiesOf(tree, marked).filter((place) => !covers(place))
  return { secrets: settlePlaces([...rest, ...marked, ...copies]), isMoved: covers }
}

function markedText(text: string, chosen: readonly SecretDecision[]): SecretPlace {
  const by = chosen.some((decision) => decision.by === 'rule') ? 'rule' : 'mark'
  const ground = { source: 'declared', reason: 'unparsable', strength: 'certain', decidedBy: by } as const
  return { start: 0, end: text.length, path: '', replacement: QUOTED_MASK, ...ground }
}

/**
 * The whole scalars at a path, or what was found under that name where it leads to none, as in a comment. They keep the strength
 * of what was found there, so that taking the mark off shows it again.
 */
function chosenPlaces(
  tree: YamlTree,
  { decision: { path, by }, found }: { decision: SecretDecision; found: readonly SecretPlace[] },
): SecretPlace[] {
  const marked = { source: 'declared', reason: 'marked', decidedBy: by } as const
  const scalars = literalsAt(tree, path)
  if (scalars.length === 0)
    return found.filter((place) => place.path === path).map((place) => ({ ...place, ...marked }))
  return scalars.map((scalar) => {
    const place = wholePlace(tree, scalar, { ...marked, strength: 'possible' })
    const before = found.find(({ start, end }) => place.start <= start && end <= place.end)
    return { ...place, strength: before?.strength ?? 'possible', decidedBy: by }
  })
}
