import type { ConsolePackBody } from '@waybill/api-contract'
import { useSearchParams } from 'react-router'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { hasConstraints } from '../../../shared/ui/constraints/constraints.tsx'
import type { DraftLayer } from '../state/stack-texts.ts'

const VIEWS = ['values', 'presets', 'readme', 'constraints'] as const
export type LayerView = (typeof VIEWS)[number]

/** The views of a layer, depending on what is known about its pack. */
export function viewsOf({ hasValues }: DraftLayer, pack: ConsolePackBody | undefined): LayerView[] {
  if (pack === undefined) return ['values']
  const isThere: Record<LayerView, boolean> = {
    values: true,
    presets: hasValues && pack.presets.length > 0,
    readme: pack.readme !== '',
    constraints: hasConstraints(pack),
  }
  return VIEWS.filter((view) => isThere[view])
}

/** The view is kept in the address, so that it survives a remount of the editors. */
export function useLayerView(views: readonly LayerView[]) {
  const [params, setParams] = useSearchParams()
  const view = views.find((each) => each === params.get('view')) ?? 'values'
  const setView = (wanted: string | number) =>
    setParams(
      (now) => {
        if (wanted === 'values') now.delete('view')
        else now.set('view', String(wanted))
        return now
      },
      { replace: true, state: stayOnPage },
    )
  return { view, setView }
}
