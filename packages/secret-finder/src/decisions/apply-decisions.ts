import { treeOf, QUOTED_MASK, type YamlTree } from '@waybill/layer-text'
import { copiesOf } from '../copies/copies.ts'
import { literalsAt } from './literals-at.ts'
import { wholePlace } from '../places/secret-place.ts'
import { settlePlaces } from '../places/settle-places.ts'
import type { SecretPlace, TextInspection } from '../text-inspection.ts'

/** A person's decision about a path of a text: a `mark` in one profile, or a `rule` of the tenant for a pack. */
export interface SecretDecision {
  path: string
  verdict: 'secret' | 'harmless'
  by: 'mark' | 'rule'
}

/** Whether a finding may be marked as no secret: never if it is declared, and only by a rule if it is certain. */
export const mayClear = ({ source, strength }: SecretPlace, by: SecretDecision['by']): boolean =>
  source === 'suspected' && (by === 'rule' || strength !== 'certain')

/**
 * Applies people's decisions to an inspection. A path decided to be secret is masked like a declared one. A harmless
 * one is moved to the possible secrets, and its copies are dropped. A path that leads nowhere, or to something that may
 * not be cleared, has no effect. Of two decisions for one path the later applies.
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

/** A text's inspection, and people's decisions about its paths. */
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
  // In a text that cannot be parsed, the marked value may be anywhere.
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
 * The whole scalars at a path or, if it leads to none, the findings with that path, as in a comment. They keep the
 * strength of the finding there, so that removing the mark restores it.
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
