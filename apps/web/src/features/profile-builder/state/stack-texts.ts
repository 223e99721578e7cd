import { LAYERS, type LayerKind, type PackType } from '@waybill/profile-format'
import type { Texts } from './texts.ts'

/** Where the order of the layers stands, the operating system first. */
export const STACK = 'stack'

/** What is known of a layer beside its texts. */
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

/** Which pack a layer is made of. */
export type PackOfLayer = Pick<LayerFacts, 'packUid' | 'registryUid' | 'registryName' | 'tag' | 'version'>

export interface DraftLayer extends LayerFacts {
  hasValues: boolean
  /** A uid is empty for one that is new. */
  manifests: readonly { uid: string; name: string }[]
}

export interface LayerContent {
  /** Null for a layer that only holds manifests. */
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

/** They are written here alone, by `layerTexts` and what changes the stack. */
const namesIn = (texts: Texts) => JSON.parse(texts[STACK] ?? '[]') as string[]

export function layerIn(texts: Texts, name: string): DraftLayer | undefined {
  const text = texts[layerKey(name)]
  return text === undefined ? undefined : (JSON.parse(text) as DraftLayer)
}

/** In the order of the profile. */
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
  /** The add-on that it is put on top of; on top of all where there is none. */
  above?: string | undefined
}

/** Infrastructure goes below what stands on it; an add-on on top, or on top of the one that is named. */
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

/** The layer on another version of its pack, or the same one of another registry, with the values that it has there. */
export function changePack(texts: Texts, name: string, { pack, values }: { pack: PackOfLayer; values: string }): Texts {
  const layer = layerIn(texts, name)
  if (layer === undefined) return texts
  const changed: DraftLayer = { ...layer, ...pack, isInvalid: false, inValidReason: '' }
  return { ...texts, [layerKey(name)]: JSON.stringify(changed), [valuesKey(name)]: values }
}

/** Add-ons change places among themselves, as they are installed in their order. */
export function moveLayer(texts: Texts, name: string, to: string): Texts {
  const stack = stackOf(texts)
  const [from, target] = [name, to].map((wanted) => stack.findIndex((each) => each.name === wanted))
  if (from === undefined || target === undefined || from === target) return texts
  if (stack[from]?.layer !== 'addon' || stack[target]?.layer !== 'addon') return texts
  const names = stack.map((each) => each.name)
  return withStack(texts, names.toSpliced(from, 1).toSpliced(target, 0, name))
}

/** The add-on that one would change places with: above it for 1, below it for -1. */
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

/** Without texts of layers that are not in the stack, and with every layer in it that has texts. */
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
