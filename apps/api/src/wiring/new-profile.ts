import type { ImportPlan } from '@waybill/profile-format'
import type { InspectedLayer } from '../features/profile-import/profile-import-service.ts'
import type { NewLayer, NewProfile } from '../features/profiles/stored/stored-profile.ts'
import type { Caller } from '../platform/access/caller.ts'

interface Planned {
  uid: string
  caller: Pick<Caller, 'scope' | 'userUid'>
  plan: ImportPlan
  inspected: readonly InspectedLayer[]
}

/** What a plan without problems creates. */
export function newProfile({ uid, caller, plan, inspected }: Planned): NewProfile {
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
  }
}

function newLayer(layer: ImportPlan['layers'][number], inspected: InspectedLayer | undefined): NewLayer[] {
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
