import { matchesFloatingTag, packNameOf, type LayerKind, type PackType } from '@waybill/profile-format'
import { AppError } from '../../../platform/http/errors/app-error.ts'
import type { PackOfLayer } from '../../packs/index.ts'
import type { EditedLayer } from '../edited-profile.ts'

/** What clients send for the uid of a layer of manifests (contract §a). */
const MANIFEST_PACK = 'spectro-manifest-pack'

/** v1PackManifestEntity and its forms for updates. What is absent is taken from the layer of that name, else from the pack. */
export interface LayerRequest {
  name: string
  uid?: string | undefined
  registryUid?: string | undefined
  tag?: string | undefined
  type?: PackType | undefined
  layer?: LayerKind | undefined
  values?: string | undefined
  manifests?: readonly { uid?: string | undefined; name: string; content?: string | undefined }[] | undefined
}

export const isManifestLayer = ({ uid, type }: LayerRequest): boolean => type === 'manifest' || uid === MANIFEST_PACK

/**
 * The layers that requests describe. A pack is found by its uid, else by name, tag and, where it is given, registry; which
 * registry it comes from where several hold it is the plan's to decide.
 *
 * A uid that says another thing than name, tag and registry gives way to them where they name a pack: Terraform keeps the uid that
 * stood at a place of the list, and the provider sends it along when only the tag is changed or layers change places.
 */
export function layersFromRequests(
  requests: readonly LayerRequest[],
  { packs, current }: { packs: readonly PackOfLayer[]; current: readonly EditedLayer[] },
): EditedLayer[] {
  const byName = new Map(current.map((layer) => [layer.name, layer]))
  return requests.map((request) => {
    const before = byName.get(request.name)
    if (isManifestLayer(request)) return manifestLayer(request, before)
    return packLayer(request, { pack: requestedPack(request, packs), before })
  })
}

function requestedPack(request: LayerRequest, packs: readonly PackOfLayer[]): PackOfLayer | undefined {
  const known = packs.find(({ uid }) => uid === request.uid)
  if (!known) return findByTag(request, packs)
  if (isMeant(request, known)) return known
  const meant = packs.filter((pack) => isMeant(request, pack))
  return meant.find(({ registryUid }) => registryUid === known.registryUid) ?? meant[0] ?? known
}

const isMeant = ({ name, tag, registryUid }: LayerRequest, pack: PackOfLayer): boolean =>
  (pack.name === name || pack.name === packNameOf(name)) &&
  (!tag || matchesFloatingTag(pack.version, tag)) &&
  (!registryUid || pack.registryUid === registryUid)

function findByTag({ name, tag, registryUid }: LayerRequest, packs: readonly PackOfLayer[]): PackOfLayer | undefined {
  const names = new Set([name, packNameOf(name)])
  const named = packs.filter((pack) => names.has(pack.name) && (!registryUid || pack.registryUid === registryUid))
  return named.find((pack) => pack.version === tag) ?? named[0]
}

function manifestLayer(request: LayerRequest, before: EditedLayer | undefined): EditedLayer {
  const { name, layer, tag, values } = request
  return {
    uid: before?.uid ?? '',
    name,
    type: 'manifest',
    layer: layer ?? before?.layer ?? 'addon',
    version: before?.version ?? tag ?? '1.0.0',
    ...tagOf(tag, before),
    ...valuesOf(values ?? before?.values),
    packUid: '',
    registryUid: '',
    registry: before?.registry ?? {},
    manifests: manifestsOf(request, before),
  }
}

interface Known {
  pack: PackOfLayer | undefined
  before: EditedLayer | undefined
}

/** A pack that is nowhere stays as it was asked for: the plan says that it is missing, and where it would stand. */
function packLayer(request: LayerRequest, { pack, before }: Known): EditedLayer {
  const { name, tag, registryUid } = request
  return {
    uid: before?.uid ?? '',
    name,
    // What was asked for stays, as in files: packs of OCI registries are called spectro by some (contract §b).
    type: request.type ?? pack?.type ?? before?.type ?? 'spectro',
    layer: pack?.layer ?? request.layer ?? before?.layer ?? 'addon',
    version: pack?.version ?? tag ?? before?.version ?? '',
    ...tagOf(tag ?? pack?.version, before),
    ...valuesOf(request.values ?? before?.values ?? pack?.values),
    packUid: pack?.uid ?? '',
    registryUid: pack?.registryUid ?? registryUid ?? before?.registryUid ?? '',
    registry: pack?.registryUid === before?.registryUid ? (before?.registry ?? {}) : {},
    manifests: manifestsOf(request, before),
  }
}

function tagOf(tag: string | undefined, before: EditedLayer | undefined): { tag?: string } {
  const known = tag ?? before?.tag
  return known === undefined ? {} : { tag: known }
}

const valuesOf = (values: string | undefined) => (values === undefined ? {} : { values })

/** Manifests are named in full: one that is not sent is gone, one without content keeps what it holds. */
function manifestsOf({ manifests }: LayerRequest, before: EditedLayer | undefined): EditedLayer['manifests'] {
  if (manifests === undefined) return before?.manifests ?? []
  // Each of what is there is one of those that were sent, whose names, and even uids, need not differ.
  const left = new Set(before?.manifests)
  return manifests.map(({ uid, name, content }) => {
    const same = [...left].find((one) => one.uid === uid) ?? [...left].find((one) => one.name === name)
    if (same) left.delete(same)
    if (content === undefined && same === undefined) {
      throw new AppError('InvalidRequest', { params: { field: 'manifests.content' } })
    }
    return { uid: same?.uid ?? '', name, content: content ?? same?.content ?? '' }
  })
}
