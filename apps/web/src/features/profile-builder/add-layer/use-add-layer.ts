import { useSearchParams } from 'react-router'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { useBuilderApi } from '../state/builder-store.ts'
import { addLayer, type LayerContent, type LayerFacts } from '../state/stack-texts.ts'

export type AddLayer = (facts: LayerFacts, content: LayerContent) => void

/** Puts a layer into the stack, above the add-on that is named, and selects it. */
export function useAddLayer(above: string | undefined, onAdded: () => void): AddLayer {
  const store = useBuilderApi()
  const [, setParams] = useSearchParams()
  return (facts, content) => {
    const { texts, dispatch } = store.getState()
    dispatch({ type: 'arrange', texts: addLayer(texts, { facts, content, above }) })
    setParams({ layer: facts.name }, { replace: true, state: stayOnPage })
    onAdded()
  }
}
