import { packNameOf, brokenConstraint, type ConstrainedPack } from '@waybill/profile-format'
import { AppError } from '../../platform/errors/app-error.ts'
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

/** Layers that have a pack, with the pack's other versions. @throws AppError ResourceNotFound */
export async function listUpdates(use: UpdateUse, uid: string) {
  const profile = await openProfile(use, uid)
  const layers = currentLayers(profile).filter(hasPack)
  const versionsOf = await listPackVersions(use.db, {
    packs: layers.map(packKeyOf),
    uids: layers.map(({ packUid }) => packUid),
  })
  const layersHere = layers.map((layer) =>
    versionsOfLayer(layer, versionsOf(layer.registryUid, packNameOf(layer.name))),
  )
  return layersHere.map(({ layer, rows, current }) => {
    const others = layersHere.filter((other) => other.layer !== layer).map(constrained)
    const beside = { profile, layer, current, others }
    return {
      packName: layer.name,
      packUid: layer.packUid,
      version: layer.version,
      versions: rows.filter((row) => row !== current).map((row) => versionBeside(row, beside)),
    }
  })
}

/** A layer with the versions of its pack, including its current one. */
interface LayerVersions {
  layer: StoredLayer
  rows: readonly PackVersionRow[]
  current: PackVersionRow | undefined
}

function versionsOfLayer(layer: StoredLayer, rows: readonly PackVersionRow[]): LayerVersions {
  const current = rows.find((row) => row.uid === layer.packUid) ?? rows.find(({ version }) => version === layer.version)
  return { layer, rows, current }
}

const constrained = ({ layer, current }: LayerVersions): ConstrainedPack => ({
  name: packNameOf(layer.name),
  version: layer.version,
  constraints: current?.constraints ?? '',
})

const hasPack = ({ type, registryUid }: StoredLayer) => type !== 'manifest' && registryUid !== ''

/** A pack that a profile uses twice has layers of different names. */
const packKeyOf = ({ registryUid, name }: StoredLayer) => ({ registryUid, name: packNameOf(name) })

interface Beside {
  profile: StoredProfile
  layer: StoredLayer
  current: PackVersionRow | undefined
  others: readonly ConstrainedPack[]
}

/** Other layers may move at the same time: compatibility of all together is checked again on saving. */
function versionBeside(row: PackVersionRow, { profile, layer, current, others }: Beside) {
  const { version, constraints } = row
  const broken = brokenConstraint({ name: packNameOf(layer.name), version, constraints }, others)
  const isForCloud = ['all', profile.cloudType].some((cloud) => row.cloudTypes.includes(cloud))
  return {
    packUid: row.uid,
    version: row.version,
    isNewer: current !== undefined && row.versionKey > current.versionKey,
    isCompatible: row.layer === layer.layer && (isForCloud || profile.cloudType === 'all') && !broken,
    ...(broken && { brokenConstraint: broken }),
  }
}

export interface WantedVersion {
  uid: string
  packName: string
  wanted: { packUid: string } | { version: string }
}

/**
 * A layer's values merged into the defaults of another version, with masks for callers who see masks.
 * @throws AppError ResourceNotFound, or PackNotFound if one of the two versions, or its defaults, is not known here
 */
export async function previewUpdate(
  use: UpdateUse,
  { openTexts, uid, packName, wanted }: WantedVersion & { openTexts: OpenTexts },
) {
  const { db, tools } = use
  const profile = await openProfile(use, uid)
  const layer = findLayer(currentLayers(profile), packName)
  if (!layer || !hasPack(layer)) throw new AppError('ResourceNotFound')
  const versionsOf = await listPackVersions(db, { packs: [packKeyOf(layer)], uids: [layer.packUid] })
  const { rows, current: from } = versionsOfLayer(layer, versionsOf(layer.registryUid, packNameOf(layer.name)))
  const to = rows.find((row) => ('packUid' in wanted ? row.uid === wanted.packUid : row.version === wanted.version))
  const texts = await findPackTexts(db, openTexts, [from?.uid ?? '', to?.uid ?? ''])
  const [was, now] = [texts.get(from?.uid ?? ''), texts.get(to?.uid ?? '')]
  if (!from || !to || !was || !now) throw new AppError('PackNotFound')
  const [base, theirs] = [was.values, now.values]
  const mine = findLayer(currentLayers(await asSeen(use, profile)), packName)?.values ?? base
  const merge = await tools.workers.run('mergePackValues', { base, mine, theirs })
  const shown = ({ uid: packUid, version }: PackVersionRow) => ({ packUid, version })
  const { schema, readme } = now
  return { etag: etagOf(profile), from: shown(from), to: shown(to), schema, readme, ...merge }
}
