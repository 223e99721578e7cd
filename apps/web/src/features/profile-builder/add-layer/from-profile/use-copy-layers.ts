import { useSearchParams } from 'react-router'
import { stayOnPage } from '../../../../shared/navigation/stay-on-page.ts'
import { useBuilderApi } from '../../state/builder-store.ts'
import type { OpenedLayer } from '../../state/builder-texts.ts'
import { withCopies } from './copied-layers.ts'

/** Puts copies of layers into the stack as one step, and selects the topmost. */
export function useCopyLayers(above: string | undefined, onAdded: () => void) {
  const store = useBuilderApi()
  const [, setParams] = useSearchParams()
  return (layers: readonly OpenedLayer[]) => {
    const { texts, dispatch } = store.getState()
    dispatch({ type: 'arrange', texts: withCopies(texts, layers, above) })
    setParams({ layer: layers.at(-1)?.name ?? '' }, { replace: true, state: stayOnPage })
    onAdded()
  }
}
