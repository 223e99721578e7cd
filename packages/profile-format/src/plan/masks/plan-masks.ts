import { aroundMask, type Fill, fillText, MASK, type TypedKind } from '@waybill/layer-text'
import type { DocumentPack, DocumentVariable, ProfileDocument } from '../../document/document.ts'
import type { EmptyValue } from '../../empty-values/empty-value.ts'
import { isAsWritten, typedKindsOf } from './declared-kinds.ts'
import { keptValuesOf, type KeptValue } from './kept-values.ts'
import { hintsOf } from './mask-hints.ts'
import { masksInProse } from './masks-in-prose.ts'
import { type FoundMask, findMasks, masksThatStay, readMasked } from './mask-places.ts'
import { leftEmptyOf } from './left-empty.ts'
import { errorAt } from '../../problems/problem-at.ts'
import { changeTexts, documentTexts } from '../../document/document-texts.ts'
import type { ImportDecisions, ImportFacts, MaskDecision, MaskedValue, PlannedLayer } from '../import-plan.ts'
import type { Problem } from '../../problems/problems.ts'

/** The most decisions that a request may contain. */
const MAXIMUM_MASKS = 10_000

/** The masked places of a document, and the document with them filled. */
export interface MaskPlan {
  masked: MaskedValue[]
  /** Packs and variables of the document with every settled place filled. */
  packs: DocumentPack[]
  variables: DocumentVariable[]
  /** Ids of the places that were left empty. */
  leftEmpty: ReadonlySet<string>
  /** The same places as values; their lines are set once the texts are filled. */
  emptyValues: EmptyValue[]
  problems: Problem[]
}

interface MaskInput {
  document: ProfileDocument
  layers: readonly PlannedLayer[]
  decisions: Pick<ImportDecisions, 'masks' | 'remainingMasks'>
  newest: ImportFacts['newest']
}

/** One place with its value; `value` is undefined while the place is unsettled. */
interface SettledMask {
  mask: FoundMask
  value: string | undefined
  as?: TypedKind | undefined
  isKeepable: boolean
  problems: Problem[]
}

/**
 * Settles masked places: filled, kept from the newest version here, or left empty. An unsettled place is an error and
 * stays masked.
 */
export function planMasks({ document, layers, decisions, newest }: MaskInput): MaskPlan {
  const texts = readMasked(documentTexts(document))
  const found = findMasks(texts, document.variables)
  const masks = found.slice(0, MAXIMUM_MASKS)
  const byPlace = new Map((decisions.masks ?? []).map((decision) => [decision.place, decision]))
  const keptValue = keptValuesOf(newest?.document ?? null, document)
  const hintOf = hintsOf(layers)
  const kindOf = typedKindsOf(layers)
  const settled = masks.map((mask) => {
    const kept = keptValue(mask)
    return settle(mask, { decided: byPlace.get(mask.id) ?? fallback(decisions, mask, kept), kept, kindOf })
  })
  const leftEmpty = settled.filter(({ value }) => value === '').map(({ mask }) => mask)
  return {
    masked: settled.map(({ mask, value, isKeepable }) => ({
      id: mask.id,
      path: mask.path,
      valuePath: mask.valuePath,
      layerName: mask.layerName,
      manifest: mask.site.kind === 'text' ? (mask.site.text.manifest ?? '') : '',
      hint: hintOf(mask),
      ...aroundOf(mask.site),
      isKeepable,
      isSettled: value !== undefined,
    })),
    packs: fillPacks(document.packs, settled),
    variables: fillVariables(document.variables, settled),
    leftEmpty: new Set(leftEmpty.map((mask) => mask.id)),
    emptyValues: leftEmpty.flatMap(leftEmptyOf),
    problems: [
      ...settled.flatMap((place) => place.problems),
      ...checkPlaces(masks, decisions.masks ?? []),
      ...checkCount(found.length),
      ...masksThatStay(texts),
      ...masksInProse(document),
    ],
  }
}

function aroundOf(site: FoundMask['site']): Pick<MaskedValue, 'around'> {
  return site.kind === 'text' && site.place.isPartial ? { around: aroundMask(site.tree, site.place) } : {}
}

function fallback(
  { remainingMasks }: MaskInput['decisions'],
  { id }: FoundMask,
  kept: KeptValue | undefined,
): MaskDecision | undefined {
  if (remainingMasks === undefined || (remainingMasks === 'keep' && kept === undefined)) return undefined
  return { place: id, action: remainingMasks }
}

interface Settlement {
  decided: MaskDecision | undefined
  kept: KeptValue | undefined
  kindOf: (mask: FoundMask) => TypedKind | undefined
}

function settle(mask: FoundMask, { decided, kept, kindOf }: Settlement): SettledMask {
  const isKeepable = kept !== undefined
  const open = (problem: Problem): SettledMask => ({
    mask,
    value: undefined,
    isKeepable,
    problems: [mask.valuePath === '' ? problem : { ...problem, valuePath: mask.valuePath }],
  })
  if (decided === undefined) {
    return open(errorAt(mask.path, 'MaskedValues', { name: mask.layerName, place: mask.id }))
  }
  const value = decided.action === 'fill' ? decided.value : decided.action === 'keep' ? kept?.value : ''
  if (value === undefined || !isFillable(value)) {
    return open(errorAt(mask.path, 'DecisionInvalid', { decision: 'masks', action: decided.action, place: mask.id }))
  }
  // The file does not tell the type of a masked value; the newest version or the pack does.
  const as = decided.action === 'keep' || isAsWritten(value) ? (kept?.as ?? kindOf(mask)) : undefined
  return { mask, value, as, isKeepable, problems: [] }
}

/** A mask is never a value, and PostgreSQL cannot store NUL or lone surrogates. */
function isFillable(value: string): boolean {
  return !value.includes(MASK) && !value.includes('\0') && value.isWellFormed()
}

function checkCount(count: number): Problem[] {
  if (count <= MAXIMUM_MASKS) return []
  return [errorAt('', 'LimitExceeded', { what: 'masked values', limit: MAXIMUM_MASKS, actual: count })]
}

function checkPlaces(masks: readonly FoundMask[], decisions: readonly MaskDecision[]): Problem[] {
  const places = new Set(masks.map((mask) => mask.id))
  return decisions
    .filter(({ place }) => !places.has(place))
    .map(({ place }) => errorAt('', 'DecisionInvalid', { decision: 'masks', place }))
}

function fillPacks(packs: readonly DocumentPack[], settled: readonly SettledMask[]): DocumentPack[] {
  const fills = new Map<string, Fill[]>()
  for (const { mask, value, as } of settled) {
    if (mask.site.kind !== 'text' || value === undefined) continue
    const { id } = mask.site.text
    const list = fills.get(id)
    if (list === undefined) fills.set(id, [{ ...mask.site.place, value, as }])
    else list.push({ ...mask.site.place, value, as })
  }
  if (fills.size === 0) return [...packs]
  return changeTexts(packs, (text, id) => fillText(text, fills.get(id) ?? []))
}

function fillVariables(variables: readonly DocumentVariable[], settled: readonly SettledMask[]): DocumentVariable[] {
  const filled = variables.map((variable) => ({
    ...variable,
    options: variable.options.map((option) => ({ ...option })),
  }))
  for (const {
    mask: { site },
    value,
  } of settled) {
    if (site.kind === 'text' || value === undefined) continue
    const variable = filled[site.variableIndex]
    if (variable === undefined) continue
    if (site.kind === 'default') variable.defaultValue = value
    if (site.kind === 'regex') variable.regex = value
    const option = site.kind === 'option' ? variable.options[site.optionIndex] : undefined
    if (site.kind === 'option' && option !== undefined) option[site.field] = value
  }
  return filled
}
