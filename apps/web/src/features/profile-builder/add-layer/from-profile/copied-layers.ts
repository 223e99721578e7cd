import { MASK } from '@waybill/layer-text'
import { layerName } from '../../../../shared/ui/words/profile-words.ts'
import { type OpenedLayer, partsOfLayer } from '../../state/builder-texts.ts'
import { addableLayers, type ProfileShape } from '../../state/profile-shape.ts'
import { addLayer, stackOf } from '../../state/stack-texts.ts'
import type { Texts } from '../../state/texts.ts'

/** A layer of another profile, and whether it can be added here. */
export interface CopiableLayer {
  opened: OpenedLayer
  /** Why it cannot be copied; empty where it can. */
  reason: string
  /** The number of secrets, which are copied as masks. */
  masks: number
}

const MASKS = new RegExp(MASK.replaceAll('*', String.raw`\*`), 'g')

/** The layers of another profile from the bottom up, each with the reason why it cannot be copied, if any. */
export function copiableLayers(
  layers: readonly OpenedLayer[],
  here: { texts: Texts; shape: ProfileShape },
): CopiableLayer[] {
  const stack = stackOf(here.texts)
  const addable = addableLayers(here.shape, stack)
  return layers.map((opened) => {
    const isTaken = stack.some(({ name }) => name === opened.name)
    const reason = isTaken
      ? 'The profile already has a layer of this name.'
      : addable.includes(opened.layer)
        ? ''
        : `Another layer of the kind ${layerName(opened.layer)} cannot be added here.`
    const texts = [opened.values, ...opened.manifestTexts.map(({ content }) => content)]
    return { opened, reason, masks: texts.flatMap((text) => text.match(MASKS) ?? []).length }
  })
}

/** The stack with copies of the layers. Their manifests are new, and their masks refer to no stored value. */
export function withCopies(texts: Texts, layers: readonly OpenedLayer[], above: string | undefined): Texts {
  return layers.reduce<{ texts: Texts; above: string | undefined }>(
    (so, opened) => {
      const { facts, content } = partsOfLayer(opened)
      const manifests = content.manifests.map((manifest) => ({ ...manifest, uid: '' }))
      const added = addLayer(so.texts, { facts, content: { ...content, manifests }, above: so.above })
      // Each add-on goes above the previous one, as in the other profile.
      return { texts: added, above: facts.layer === 'addon' && so.above !== undefined ? facts.name : so.above }
    },
    { texts, above },
  ).texts
}
