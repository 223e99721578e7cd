import { layerIndexOf, type ImportDecisions } from '@waybill/profile-format'
import type { TextInspection } from '@waybill/secret-finder'
import type { PlannedProfile } from '../../format-tasks/plan/plan-profile.ts'

/** A place that was masked in the file and filled in by the caller. */
interface FilledPlace {
  layerName: string
  /** Empty for the layer's values. */
  manifest: string
  path: string
}

const MANIFEST = /\.manifests\[(\d+)\]\.content$/

/**
 * The filled places that nothing else would find to be secret: whoever fills in a mask enters a secret, whatever its
 * key is called.
 */
export function filledMarks({ plan, inspected }: PlannedProfile, decisions: ImportDecisions): FilledPlace[] {
  const filled = new Set(decisions.masks?.filter(({ action }) => action === 'fill').map(({ place }) => place))
  return plan.masked.flatMap(({ id, path, valuePath }) => {
    const at = plan.layers.findIndex(({ index }) => index === layerIndexOf(path))
    const layer = plan.layers[at]
    if (!filled.has(id) || !layer) return []
    const manifestAt = MANIFEST.exec(path)?.[1]
    const manifest = manifestAt === undefined ? '' : (layer.manifests[Number(manifestAt)]?.name ?? '')
    const inspections = inspected[at]
    const inspection =
      manifestAt === undefined ? inspections?.inspection : inspections?.manifestInspections[Number(manifestAt)]
    return isFound(inspection, valuePath) ? [] : [{ layerName: layer.name, manifest, path: valuePath }]
  })
}

const isFound = (inspection: TextInspection | undefined, path: string): boolean =>
  inspection?.secrets.some((place) => place.path === path && place.strength !== 'possible') ?? true
