import { matchesFloatingTag, packNameOf, type Problem } from '@waybill/profile-format'
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

function asksForOther({ tag, version, registryUid }: LayerRequest, before: EditedLayer): boolean {
  if (tag && version && version !== before.version && matchesFloatingTag(version, tag)) return true
  return (!!tag && tag !== (before.tag ?? before.version)) || (!!registryUid && registryUid !== before.registryUid)
}

/**
 * The pack that a request means: the one with its uid, whatever its tag (scripts send outdated tags), else the one with
 * its name, tag and registry. If the uid is the layer's current one, another tag or registry takes precedence:
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
  isOfName(request, pack) && (!request.tag || matchesFloatingTag(pack.version, request.tag))

/** The newest, unless one of them is named. */
const nearest = (packs: readonly PackOfLayer[], { version: wanted, tag }: LayerRequest): PackOfLayer | undefined =>
  packs.find(({ version }) => version === wanted) ?? packs.find(({ version }) => version === tag) ?? packs[0]

const isHeldBy = (registryUid: string, pack: PackOfLayer): boolean =>
  pack.registryUid === registryUid && !pack.isRemoved

/**
 * In the registry that is named, else in the layer's. If it has none and several registries hold the pack, the plan
 * asks.
 */
function packOfTag(request: LayerRequest, { packs, before, known }: Asking & { known: PackOfLayer | undefined }) {
  const registryUid = request.registryUid ?? before?.registryUid ?? ''
  if (known && isMeant(request, known) && isHeldBy(registryUid, known)) return { pack: known, registryUid, said: [] }
  const meant = packs.filter((pack) => !!request.tag && isMeant(request, pack) && !pack.isRemoved)
  const held = registryUid === '' ? meant : meant.filter((pack) => isHeldBy(registryUid, pack))
  return { pack: nearest(held, request), registryUid, said: [] }
}

/**
 * A named registry that is here but does not hold the uid's pack causes a refusal; one that is not here is ignored,
 * with a warning.
 */
function packOfUid(request: LayerRequest, asking: Asking & { known: PackOfLayer }): RequestedPack {
  const { known, registries } = asking
  const { registryUid = known.registryUid, name } = request
  if (registryUid === known.registryUid) return { pack: known, registryUid, said: [] }
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
  return { pack: known, registryUid: known.registryUid, said: [said] }
}

function packInsteadOf(packUid: string, request: LayerRequest, { packs, registries }: PacksHere): RequestedPack {
  const { name, tag, registryUid = '' } = request
  const meant = packs.filter((pack) => !!tag && isMeant(request, pack) && isHeldBy(registryUid, pack))
  const pack = nearest(meant, request)
  const problem = { code: 'PackUidUnknown', path: 'uid' } as const
  if (!pack) return { registryUid, said: [{ ...problem, severity: 'error', params: { name, packUid } }] }
  const chosen = registries.find(({ uid }) => uid === registryUid)?.name ?? registryUid
  const params = { name, packUid, version: pack.version, chosen }
  return { pack, registryUid, said: [{ ...problem, severity: 'warning', params }] }
}
