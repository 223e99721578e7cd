import { LAYERS, type LayerKind, type PackType } from '@waybill/profile-format'
import type { Texts } from './texts.ts'

/** The key of the order of the layers, the operating system first. */
export const STACK = 'stack'

/** A layer without its texts. */
export interface LayerFacts {
  name: string
  layer: LayerKind
  type: PackType
  packUid: string
  registryUid: string
  registryName: string
  tag: string
  version: string
  isInvalid: boolean
  inValidReason: string
}

/** The pack that a layer uses. */
export type PackOfLayer = Pick<LayerFacts, 'packUid' | 'registryUid' | 'registryName' | 'tag' | 'version'>

export interface DraftLayer extends LayerFacts {
  hasValues: boolean
  /** The uid of a new manifest is empty. */
  manifests: readonly { uid: string; name: string }[]
}

export interface LayerContent {
  /** Null for a layer of manifests only. */
  values: string | null
  manifests: readonly { uid: string; name: string; content: string }[]
}

export const layerKey = (layer: string) => `layer ${layer}`
export const valuesKey = (layer: string) => `values ${layer}`
export const manifestKey = (layer: string, manifest: string) => `manifest ${layer} ${manifest}`

/** A layer as texts: its facts, its values and its manifests. */
export function layerTexts(facts: LayerFacts, { values, manifests }: LayerContent): Texts {
  const named = manifests.map(({ uid, name }) => ({ uid, name }))
  const draft: DraftLayer = { ...facts, hasValues: values !== null, manifests: named }
  return {
    [layerKey(facts.name)]: JSON.stringify(draft),
    ...(values !== null && { [valuesKey(facts.name)]: values }),
    ...Object.fromEntries(manifests.map(({ name, content }) => [manifestKey(facts.name, name), content])),
  }
}

/** Only `layerTexts` and the functions that change the stack write this text. */
const namesIn = (texts: Texts) => JSON.parse(texts[STACK] ?? '[]') as string[]

export function layerIn(texts: Texts, name: string): DraftLayer | undefined {
  const text = texts[layerKey(name)]
  return text === undefined ? undefined : (JSON.parse(text) as DraftLayer)
}

/** In the profile's order. */
export const stackOf = (texts: Texts): DraftLayer[] =>
  namesIn(texts).flatMap((name) => {
    const layer = layerIn(texts, name)
    return layer === undefined ? [] : [layer]
  })

export const keysOfLayer = ({ name, hasValues, manifests }: DraftLayer): string[] => [
  layerKey(name),
  ...(hasValues ? [valuesKey(name)] : []),
  ...manifests.map((manifest) => manifestKey(name, manifest.name)),
]

export const withStack = (texts: Texts, names: readonly string[]): Texts => ({
  ...texts,
  [STACK]: JSON.stringify(names),
})

export interface AddedLayer {
  facts: LayerFacts
  content: LayerContent
  /** The add-on above which it is placed; if absent, it goes on top. */
  above?: string | undefined
}

/** Infrastructure goes below the layers that build on it; an add-on on top, or above the one that is named. */
export function addLayer(texts: Texts, { facts, content, above }: AddedLayer): Texts {
  const { name, layer } = facts
  const stack = stackOf(texts)
  const rank = LAYERS.indexOf(layer)
  const places = stack.flatMap((each, at) => {
    const isBelow = above === undefined ? LAYERS.indexOf(each.layer) <= rank : each.name === above
    return isBelow ? [at] : []
  })
  const names = stack.map((each) => each.name)
  return withStack({ ...texts, ...layerTexts(facts, content) }, names.toSpliced((places.at(-1) ?? -1) + 1, 0, name))
}

export function removeLayer(texts: Texts, name: string): Texts {
  const layer = layerIn(texts, name)
  if (layer === undefined) return texts
  const gone = new Set(keysOfLayer(layer))
  const left = Object.fromEntries(Object.entries(texts).filter(([key]) => !gone.has(key)))
  return withStack(
    left,
    namesIn(texts).filter((each) => each !== name),
  )
}

/**
 * Changes a layer to another version of its pack, or to the same version in another registry, with the given values.
 */
export function changePack(texts: Texts, name: string, { pack, values }: { pack: PackOfLayer; values: string }): Texts {
  const layer = layerIn(texts, name)
  if (layer === undefined) return texts
  const changed: DraftLayer = { ...layer, ...pack, isInvalid: false, inValidReason: '' }
  return { ...texts, [layerKey(name)]: JSON.stringify(changed), [valuesKey(name)]: values }
}

/** Moves an add-on among the add-ons, which are installed in this order. */
export function moveLayer(texts: Texts, name: string, to: string): Texts {
  const stack = stackOf(texts)
  const [from, target] = [name, to].map((wanted) => stack.findIndex((each) => each.name === wanted))
  if (from === undefined || target === undefined || from === target) return texts
  if (stack[from]?.layer !== 'addon' || stack[target]?.layer !== 'addon') return texts
  const names = stack.map((each) => each.name)
  return withStack(texts, names.toSpliced(from, 1).toSpliced(target, 0, name))
}

/** The add-on to swap places with: above for 1, below for -1. */
export function neighbourOf(texts: Texts, name: string, step: 1 | -1): string | undefined {
  const addOns = stackOf(texts).filter(({ layer }) => layer === 'addon')
  const at = addOns.findIndex((each) => each.name === name)
  return at < 0 ? undefined : addOns[at + step]?.name
}

export function addManifest(texts: Texts, layer: string, name: string): Texts {
  const draft = layerIn(texts, layer)
  if (draft === undefined) return texts
  const changed: DraftLayer = { ...draft, manifests: [...draft.manifests, { uid: '', name }] }
  return { ...texts, [layerKey(layer)]: JSON.stringify(changed), [manifestKey(layer, name)]: '' }
}

export function removeManifest(texts: Texts, layer: string, name: string): Texts {
  const draft = layerIn(texts, layer)
  if (draft === undefined) return texts
  const { [manifestKey(layer, name)]: _gone, ...left } = texts
  const changed: DraftLayer = { ...draft, manifests: draft.manifests.filter((each) => each.name !== name) }
  return { ...left, [layerKey(layer)]: JSON.stringify(changed) }
}

/** Drops texts of layers that are not in the stack, and adds every layer that has texts. */
export function reconciled(texts: Texts): Texts {
  const known = Object.keys(texts).flatMap((key) => (key.startsWith('layer ') ? [key.slice('layer '.length)] : []))
  const listed = namesIn(texts).filter((name) => known.includes(name))
  const names = [...new Set([...listed, ...known])]
  const whole = withStack(texts, names)
  const kept = new Set(stackOf(whole).flatMap(keysOfLayer))
  return Object.fromEntries(
    Object.entries(whole).filter(([key]) => !/^(?:layer|values|manifest) /.test(key) || kept.has(key)),
  )
}
