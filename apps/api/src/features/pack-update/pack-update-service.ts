import { AppError } from '../../platform/http/errors/app-error.ts'
import type { UseCase } from '../../platform/use-case.ts'
import { findPackTexts, listPackVersions, type OpenTexts, type PackVersionRow } from '../packs/index.ts'
import {
  asSeen,
  currentLayers,
  etagOf,
  findLayer,
  openProfile,
  type StoredLayer,
  type StoredProfile,
} from '../profiles/index.ts'

type UpdateUse = UseCase<'cipher' | 'workers' | 'now'>

/** The layers that have a pack, with its other versions. @throws AppError ResourceNotFound */
export async function listUpdates(use: UpdateUse, uid: string) {
  const profile = await openProfile(use, uid)
  const layers = currentLayers(profile).filter(hasPack)
  const versionsOf = await listPackVersions(use.db, { packs: layers, uids: layers.map(({ packUid }) => packUid) })
  return layers.map((layer) => {
    const rows = versionsOf(layer.registryUid, layer.name)
    const current =
      rows.find((row) => row.uid === layer.packUid) ?? rows.find(({ version }) => version === layer.version)
    return {
      packName: layer.name,
      packUid: layer.packUid,
      version: layer.version,
      versions: rows.filter((row) => row !== current).map((row) => versionBeside(row, { profile, layer, current })),
    }
  })
}

const hasPack = ({ type, registryUid }: StoredLayer) => type !== 'manifest' && registryUid !== ''

interface Beside {
  profile: StoredProfile
  layer: StoredLayer
  current: PackVersionRow | undefined
}

/** Constraints on other packs are looked at when the layer is saved, as they count for all layers together. */
function versionBeside(row: PackVersionRow, { profile, layer, current }: Beside) {
  const isForCloud = ['all', profile.cloudType].some((cloud) => row.cloudTypes.includes(cloud))
  return {
    packUid: row.uid,
    version: row.version,
    isNewer: current !== undefined && row.versionKey > current.versionKey,
    isCompatible: row.layer === layer.layer && (isForCloud || profile.cloudType === 'all'),
  }
}

export interface WantedVersion {
  uid: string
  packName: string
  wanted: { packUid: string } | { version: string }
}

/**
 * The values of a layer merged into the defaults of another version, with masks for who sees masks.
 *
 * @throws AppError ResourceNotFound, or PackNotFound where one of the two versions, or what it comes with, is not known here.
 */
export async function previewUpdate(
  use: UpdateUse,
  { openTexts, uid, packName, wanted }: WantedVersion & { openTexts: OpenTexts },
) {
  const { db, tools } = use
  const profile = await openProfile(use, uid)
  const layer = findLayer(currentLayers(profile), packName)
  if (!layer || !hasPack(layer)) throw new AppError('ResourceNotFound')
  const versionsOf = await listPackVersions(db, { packs: [layer], uids: [layer.packUid] })
  const rows = versionsOf(layer.registryUid, layer.name)
  const from = rows.find((row) => row.uid === layer.packUid) ?? rows.find(({ version }) => version === layer.version)
  const to = rows.find((row) => ('packUid' in wanted ? row.uid === wanted.packUid : row.version === wanted.version))
  const texts = await findPackTexts(db, openTexts, [from?.uid ?? '', to?.uid ?? ''])
  const [base, theirs] = [texts.get(from?.uid ?? ''), texts.get(to?.uid ?? '')]
  if (!from || !to || base === undefined || theirs === undefined) throw new AppError('PackNotFound')
  const mine = findLayer(currentLayers(await asSeen(use, profile)), packName)?.values ?? base
  const merge = await tools.workers.run('mergePackValues', { base, mine, theirs })
  const shown = ({ uid: packUid, version }: PackVersionRow) => ({ packUid, version })
  return { etag: etagOf(profile), from: shown(from), to: shown(to), ...merge }
}
