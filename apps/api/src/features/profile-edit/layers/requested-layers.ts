import { AppError } from '../../../platform/errors/app-error.ts'
import type { EditedLayer } from '../edited-profile.ts'
import { isManifestLayer, type LayerRequest } from './layer-request.ts'
import { keepsPack, requestedPack, withoutStaleVersion, type PacksHere, type RequestedPack } from './requested-pack.ts'

/** The layers that requests describe. A request that asks for no other pack keeps the layer's pack. */
export function layersFromRequests(
  requests: readonly LayerRequest[],
  { current, ...here }: PacksHere & { current: readonly EditedLayer[] },
): EditedLayer[] {
  const byName = new Map(current.map((layer) => [layer.name, layer]))
  return requests.map((sent) => {
    const before = byName.get(sent.name)
    const request = withoutStaleVersion(sent, before)
    if (isManifestLayer(request)) return manifestLayer(request, before)
    if (before && keepsPack(request, before)) return keptLayer(request, before)
    return packLayer(request, { ...requestedPack(request, { ...here, before }), before })
  })
}

function manifestLayer(request: LayerRequest, before: EditedLayer | undefined): EditedLayer {
  const { name, layer, tag, version = tag, values } = request
  return {
    uid: before?.uid ?? '',
    name,
    type: 'manifest',
    layer: layer ?? before?.layer ?? 'addon',
    version: before?.version ?? version ?? '1.0.0',
    ...tagOf(tag, before),
    ...valuesOf(values ?? before?.values),
    packUid: '',
    registryUid: '',
    registry: before?.registry ?? {},
    manifests: manifestsOf(request, before),
  }
}

/** No other version was requested: the layer keeps its pack, even if that is gone from its registry. */
function keptLayer(request: LayerRequest, before: EditedLayer): EditedLayer {
  return {
    ...before,
    type: request.type ?? before.type,
    ...tagOf(request.tag, before),
    ...valuesOf(request.values ?? before.values),
    manifests: manifestsOf(request, before),
  }
}

/** A pack that cannot be found stays as requested: the plan reports that it is missing. */
function packLayer(
  request: LayerRequest,
  { pack, registryUid, said, before }: RequestedPack & { before: EditedLayer | undefined },
): EditedLayer {
  const { name, tag, version = tag } = request
  return {
    uid: before?.uid ?? '',
    name,
    // The requested type is kept, as in files: some clients send `spectro` for packs of OCI registries.
    type: request.type ?? pack?.type ?? before?.type ?? 'spectro',
    layer: pack?.layer ?? request.layer ?? before?.layer ?? 'addon',
    version: pack?.version ?? version ?? before?.version ?? '',
    ...tagOf(tag ?? pack?.version ?? version, before),
    ...valuesOf(request.values ?? before?.values ?? pack?.values),
    packUid: pack?.uid ?? '',
    registryUid,
    registry: registryUid === before?.registryUid ? before.registry : {},
    manifests: manifestsOf(request, before),
    said,
  }
}

function tagOf(tag: string | undefined, before: EditedLayer | undefined): { tag?: string } {
  const known = tag ?? before?.tag
  return known === undefined ? {} : { tag: known }
}

const valuesOf = (values: string | undefined) => (values === undefined ? {} : { values })

/** Manifests are a complete list: one that is not sent is removed, one sent without content keeps its content. */
function manifestsOf(
  { name: layer, manifests }: LayerRequest,
  before: EditedLayer | undefined,
): EditedLayer['manifests'] {
  if (manifests === undefined) return before?.manifests ?? []
  // Each existing manifest matches at most one of those sent, whose names, and even uids, may repeat.
  const left = new Set(before?.manifests)
  return manifests.map(({ uid, name, content }) => {
    const same = [...left].find((one) => one.uid === uid) ?? [...left].find((one) => one.name === name)
    if (same) left.delete(same)
    if (content === undefined && same === undefined) {
      throw new AppError('InvalidRequest', {
        title:
          'A manifest that this profile does not have was sent without its content: send the content too. GET …/packs/{packName}/manifests of the profile that it comes from answers it.',
        params: { layer, manifest: name },
      })
    }
    return { uid: same?.uid ?? '', name, content: content ?? same?.content ?? '' }
  })
}
