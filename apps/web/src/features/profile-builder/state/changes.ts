import { INFO_PLACES, placesOfLayer, type TextPlace } from './text-places.ts'
import type { Changing, Texts } from './texts.ts'
import { isVariableKey, variableKey } from './variable-texts.ts'
import { variableWords } from './variable-words.ts'
import { type DraftLayer, layerIn, layerKey, STACK, stackOf } from './stack-texts.ts'

/** One change, before and after. */
export interface Change {
  key: string
  label: string
  kind: 'changed' | 'added' | 'removed' | 'moved'
  layer?: string
  before: string
  after: string
}

/** All changes; an added or removed layer counts as one. */
export function changesOf(state: Changing): Change[] {
  const stack = stackOf(state.texts)
  const gone = stackOf(state.base).filter(({ name }) => layerIn(state.texts, name) === undefined)
  return [
    ...INFO_PLACES.flatMap((place) => textChange(state, place)),
    ...stack.flatMap((layer) => layerChanges(state, layer)),
    ...gone.map((layer) => wholeLayer(layer, 'removed', { before: contentOf(layer, state.base), after: '' })),
    ...orderChange(state),
    ...variableChanges(state),
  ]
}

function variableChanges({ base, texts }: Changing): Change[] {
  const keys = new Set([...Object.keys(base), ...Object.keys(texts)].filter(isVariableKey))
  return [...keys].flatMap((key) => {
    const [before, after] = [base[key], texts[key]]
    if (before === after) return []
    const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
    const label = `${variableLabel(key)}${kind === 'changed' ? '' : ` ${kind}`}`
    return [{ key, label, kind, before: variableWords(before), after: variableWords(after) }]
  })
}

const variableLabel = (key: string) => `Variable ${key.slice(variableKey('').length)}`

function textChange({ base, texts }: Changing, { key, label, layer }: TextPlace): Change[] {
  const [before = '', after = ''] = [base[key], texts[key]]
  if (base[key] === texts[key]) return []
  return [{ key, label, kind: 'changed', ...(layer !== undefined && { layer }), before, after }]
}

function layerChanges(state: Changing, layer: DraftLayer): Change[] {
  const before = layerIn(state.base, layer.name)
  if (before === undefined) return [wholeLayer(layer, 'added', { before: '', after: contentOf(layer, state.texts) })]
  const places = new Map([...placesOfLayer(before), ...placesOfLayer(layer)].map((place) => [place.key, place]))
  const [was, is] = [before, layer].map(wordsOf)
  const ofFacts: Change[] = was === is ? [] : [wholeLayer(layer, 'changed', { before: was ?? '', after: is ?? '' })]
  return [...ofFacts, ...[...places.values()].flatMap((place) => textChange(state, place))]
}

const wholeLayer = ({ name }: DraftLayer, kind: Change['kind'], sides: Pick<Change, 'before' | 'after'>): Change => ({
  key: layerKey(name),
  label: kind === 'changed' ? `Layer ${name}` : `Layer ${name} ${kind}`,
  kind,
  layer: name,
  ...sides,
})

/** A layer's texts, one below the other. */
function contentOf(layer: DraftLayer, texts: Texts): string {
  const parts = placesOfLayer(layer).map(({ key, manifest }) =>
    manifest === undefined ? (texts[key] ?? '') : `# Manifest ${manifest}\n${texts[key] ?? ''}`,
  )
  return [`# ${wordsOf(layer).replaceAll('\n', '\n# ')}`, ...parts].join('\n')
}

/** A layer, described in words. */
function wordsOf({ name, tag, version, registryName, manifests }: DraftLayer): string {
  const from = registryName === '' ? '' : ` of ${registryName}`
  return [`${name} ${tag || version}${from}`, ...manifests.map((manifest) => `manifest ${manifest.name}`)].join('\n')
}

/** Compares only the order of the layers on both sides; added and removed layers are changes of their own. */
function orderChange({ base, texts }: Changing): Change[] {
  const [before, after] = [orderIn(base, texts), orderIn(texts, base)]
  if (before === after) return []
  return [{ key: STACK, label: 'Order of the layers', kind: 'moved', before, after }]
}

const orderIn = (texts: Texts, other: Texts): string =>
  stackOf(texts)
    .filter(({ name }) => layerIn(other, name) !== undefined)
    .map(({ name }) => name)
    .join('\n')

/** A conflict with its displayed name and the text of both sides. Theirs is the base by now. */
export function conflictOf(key: string, { base, texts }: Changing): { name: string; theirs: string; mine: string } {
  const layers = [...stackOf(texts), ...stackOf(base)]
  const whole = layers.find(({ name }) => layerKey(name) === key)
  if (whole !== undefined) {
    const [theirs = '', mine = ''] = [base, texts].map((side) => {
      const layer = layerIn(side, whole.name)
      return layer === undefined ? '' : contentOf(layer, side)
    })
    return { name: `Layer ${whole.name}`, theirs, mine }
  }
  if (isVariableKey(key)) {
    return { name: variableLabel(key), theirs: variableWords(base[key]), mine: variableWords(texts[key]) }
  }
  const place = [...INFO_PLACES, ...layers.flatMap(placesOfLayer)].find((each) => each.key === key)
  const ofLayer = place?.manifest === undefined ? '' : ` of ${place.layer ?? ''}`
  return { name: `${place?.label ?? key}${ofLayer}`, theirs: base[key] ?? '', mine: texts[key] ?? '' }
}
