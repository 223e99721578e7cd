import { matchesFloatingTag, packNameOf, type Problem } from '@waybill/profile-format'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { PackOfLayer } from '../../packs/index.ts'
import type { EditedLayer } from '../edited-profile.ts'
import type { LayerRequest } from './layer-request.ts'

/** What requests for layers can refer to here. */
export interface PacksHere {
  packs: readonly PackOfLayer[]
  registries: readonly { uid: string; name: string }[]
}

/** What a request asks for. Without a pack, the plan looks for one, only in the given registry if that is here. */
export interface RequestedPack {
  pack?: PackOfLayer | undefined
  registryUid: string
  said: readonly Problem[]
}

interface Asking extends PacksHere {
  before: EditedLayer | undefined
}

/**
 * Whether a request leaves its layer's pack alone: it names no uid, tag, version or registry other than the layer's.
 */
export function keepsPack(request: LayerRequest, before: EditedLayer): boolean {
  if (before.type === 'manifest') return false
  return (!request.uid || request.uid === before.packUid) && !asksForOther(request, before)
}

const asksForOther = ({ tag, version, registryUid }: LayerRequest, before: EditedLayer): boolean =>
  isAnother(version, before.version) ||
  isAnother(tag, before.tag ?? before.version) ||
  isAnother(registryUid, before.registryUid)

const isAnother = (asked: string | undefined, present: string): boolean => !!asked && asked !== present

/**
 * Scripts send answers back with only the tag edited: the layer's present version asks for nothing beside another tag.
 */
export function withoutStaleVersion(request: LayerRequest, before: EditedLayer | undefined): LayerRequest {
  const isStale = request.version === before?.version && contradictsTag(request)
  return isStale ? { ...request, version: undefined } : request
}

const contradictsTag = ({ tag, version }: LayerRequest): boolean =>
  !!tag && !!version && !matchesFloatingTag(version, tag)

/**
 * The pack that a request means: the one with its uid, with a problem if its tag or version is not that pack's, else
 * the one with its name, tag, version and registry. If the uid is the layer's current one, these take precedence:
 * Terraform's provider keeps sending the uid. Nothing is replaced silently: an unknown uid, or one of another pack, is
 * ignored only if name, tag and registry identify a pack.
 */
export function requestedPack(request: LayerRequest, asking: Asking): RequestedPack {
  const { packs, before } = asking
  const known = packs.find(({ uid }) => uid === request.uid)
  if (!request.uid || (before && request.uid === before.packUid)) return packOfTag(request, { ...asking, known })
  if (known && isOfName(request, known)) return packOfUid(request, { ...asking, known })
  return packInsteadOf(request.uid, request, asking)
}

const isOfName = ({ name }: LayerRequest, pack: PackOfLayer): boolean =>
  pack.name === name || pack.name === packNameOf(name)

const isMeant = (request: LayerRequest, pack: PackOfLayer): boolean =>
  isOfName(request, pack) &&
  (!request.tag || matchesFloatingTag(pack.version, request.tag)) &&
  (!request.version || pack.version === request.version)

/** The packs that a request names without a uid, newest first. */
const meantPacks = (request: LayerRequest, packs: readonly PackOfLayer[]): PackOfLayer[] =>
  request.tag || request.version ? packs.filter((pack) => isMeant(request, pack) && !pack.isRemoved) : []

const isHeldBy = (registryUid: string, pack: PackOfLayer): boolean =>
  pack.registryUid === registryUid && !pack.isRemoved

/**
 * In the registry that is named, else in the layer's. If it has none and several registries hold the pack, the plan
 * asks.
 *
 * @throws AppError InvalidRequest for a version that contradicts the tag
 */
function packOfTag(request: LayerRequest, { packs, before, known }: Asking & { known: PackOfLayer | undefined }) {
  if (contradictsTag(request)) {
    const { name: layer, tag = '', version = '' } = request
    throw new AppError('InvalidRequest', {
      title:
        'A layer was sent with a version that its tag does not match: send only one of them, or those of one pack.',
      params: { layer, tag, version },
    })
  }
  const registryUid = request.registryUid ?? before?.registryUid ?? ''
  if (known && isMeant(request, known) && isHeldBy(registryUid, known)) return { pack: known, registryUid, said: [] }
  const meant = meantPacks(request, packs)
  const held = registryUid === '' ? meant : meant.filter((pack) => isHeldBy(registryUid, pack))
  return { pack: held[0], registryUid, said: [] }
}

/**
 * A named registry that is here but does not hold the uid's pack causes a refusal; one that is not here is ignored,
 * with a warning.
 */
function packOfUid(request: LayerRequest, asking: Asking & { known: PackOfLayer }): RequestedPack {
  const { known, registries } = asking
  const { registryUid = known.registryUid, name } = request
  const contradictions = contradictionsOf(request, asking)
  if (registryUid === known.registryUid) return { pack: known, registryUid, said: contradictions }
  const nameOf = (wanted: string) => registries.find(({ uid }) => uid === wanted)?.name ?? wanted
  if (registries.some(({ uid }) => uid === registryUid)) {
    const { pack, said } = packInsteadOf(known.uid, request, asking)
    if (pack) return { pack, registryUid, said }
    const candidates = [nameOf(known.registryUid)]
    const params = { name, version: known.version, registry: nameOf(registryUid), candidates }
    return { pack: known, registryUid, said: [{ code: 'PackNotInRegistry', severity: 'error', path: 'uid', params }] }
  }
  const params = { name, version: known.version, registry: registryUid, chosen: nameOf(known.registryUid) }
  const said: Problem = { code: 'RegistryNotFound', severity: 'warning', path: 'registryUid', params }
  return { pack: known, registryUid: known.registryUid, said: [said, ...contradictions] }
}

/**
 * A version that is not the uid's is refused, and a tag that does not match it causes a warning: Terraform's provider
 * sends uid and tag as its users wrote them. The layer's present version causes a warning too: scripts send it back
 * with only the uid edited, but it may as well be what the same request brought about before, with a uid that is stale.
 */
function contradictionsOf(
  { name, tag, version }: LayerRequest,
  { known, before }: Asking & { known: PackOfLayer },
): Problem[] {
  const contradiction = (path: 'tag' | 'version', sent: string, isRefused: boolean): Problem => ({
    code: 'PackUidContradicted',
    severity: isRefused ? 'error' : 'warning',
    path,
    params: { name, packUid: known.uid, version: known.version, sent, ...(!isRefused && { taken: 'uid' }) },
  })
  if (version && version !== known.version) return [contradiction('version', version, version !== before?.version)]
  if (tag && !matchesFloatingTag(known.version, tag)) return [contradiction('tag', tag, false)]
  return []
}

function packInsteadOf(packUid: string, request: LayerRequest, { packs, registries }: PacksHere): RequestedPack {
  const { name, registryUid = '' } = request
  const pack = meantPacks(request, packs).find((each) => isHeldBy(registryUid, each))
  const problem = { code: 'PackUidUnknown', path: 'uid' } as const
  if (!pack) return { registryUid, said: [{ ...problem, severity: 'error', params: { name, packUid } }] }
  const chosen = registries.find(({ uid }) => uid === registryUid)?.name ?? registryUid
  const params = { name, packUid, version: pack.version, chosen }
  return { pack, registryUid, said: [{ ...problem, severity: 'warning', params }] }
}
