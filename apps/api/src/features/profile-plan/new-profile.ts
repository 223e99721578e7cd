import type { LayerInspections } from '../../format-tasks/inspect/inspect-layers.ts'
import type { PlannedProfile } from '../../format-tasks/plan/plan-profile.ts'
import type { Caller } from '../../platform/access/caller.ts'
import type { NewLayer, NewProfile } from '../profiles/index.ts'

interface Planned {
  uid: string
  caller: Pick<Caller, 'scope' | 'userUid'>
  planned: PlannedProfile
}

/** The profile that a plan without problems creates. */
export function newProfile({ uid, caller, planned: { plan, inspected, emptyValues } }: Planned): NewProfile {
  const { description, labels, type, cloudType } = plan.document
  return {
    uid,
    scope: caller.scope.kind,
    scopeUid: caller.scope.uid,
    name: plan.name,
    version: plan.version,
    type,
    cloudType,
    description,
    labels,
    isPublished: plan.publish,
    createdBy: caller.userUid,
    layers: plan.layers.flatMap((layer, index) => newLayer(layer, inspected[index])),
    variables: plan.variables,
    emptyValues,
  }
}

function newLayer(
  layer: PlannedProfile['plan']['layers'][number],
  inspected: LayerInspections | undefined,
): NewLayer[] {
  if (!inspected) return []
  const { name, type, version, tag, values, manifests, source, chosen } = layer
  return [
    {
      name,
      type,
      layer: layer.layer,
      version,
      ...(tag !== undefined && { tag }),
      ...(values !== undefined && { values }),
      manifests: [...manifests],
      registry: source,
      packUid: chosen?.packUid ?? '',
      registryUid: chosen?.registry.uid ?? '',
      ...inspected,
    },
  ]
}
