import { useSearchParams } from 'react-router'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { useBuilderStore } from '../state/builder-store.ts'
import { addLayer, type LayerContent, type LayerFacts } from '../state/stack-texts.ts'
import type { Texts } from '../state/texts.ts'

export type AddLayer = (facts: LayerFacts, content: LayerContent) => void

/** Adds a layer above the named add-on, and selects it. */
export function useAddLayer(above: string | undefined, onAdded: () => void): AddLayer {
  const grow = useGrowingStack(onAdded)
  return (facts, content) => grow((texts) => addLayer(texts, { facts, content, above }), facts.name)
}

/** Changes the stack in one undoable step, and selects the new layer. */
export function useGrowingStack(onAdded: () => void) {
  const store = useBuilderStore()
  const [, setParams] = useSearchParams()
  return (grown: (texts: Texts) => Texts, selected: string) => {
    const { texts, dispatch } = store.getState()
    dispatch({ type: 'arrange', texts: grown(texts) })
    setParams({ layer: selected }, { replace: true, state: stayOnPage })
    onAdded()
  }
}
