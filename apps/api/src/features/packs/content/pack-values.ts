import { parsePackConstraints } from '@waybill/profile-format'
import type { TenantDb } from '../../../platform/database/tenant-db.ts'
import type { OpenTexts } from './pack-content-service.ts'
import type { FormatWorkers } from '../../../format-tasks/format-workers.ts'
import { readMetas } from './pack-metas.ts'
import { toPackValues } from '../read/pack-presenter.ts'
import { listNewest, listTexts } from '../read/pack-repository.ts'
import { withinSize } from '../read/pack-service.ts'
import type { StoredPack } from '../read/stored-pack.ts'

/** Clients look for one version in a response with the values of all versions: as many as fit, newest first. */
const MAXIMUM_CHARACTERS = 8_000_000
const MAXIMUM_VALUES = 200
const CHARTS_TO_READ = { atMost: 20, withinMs: 10_000 }

export interface PackValuesTools {
  workers: FormatWorkers
  openTexts: OpenTexts
}

/** The content of a pack's versions, newest first; charts that cannot be read are left out. */
export async function readValues({ workers, openTexts }: PackValuesTools, db: TenantDb, packs: readonly StoredPack[]) {
  const stored = await listTexts(
    db,
    packs.slice(0, MAXIMUM_VALUES).map(({ uid }) => uid),
  )
  const opened = await openTexts(db, stored, CHARTS_TO_READ)
  const read = opened.filter(({ isContentRead }) => isContentRead)
  const texts = withinSize(read, MAXIMUM_CHARACTERS)
  const metas = await readMetas(workers, texts)
  const needs = texts.map(({ constraints }) => parsePackConstraints(constraints).filter(isNeed))
  const toDependency = await dependencyFinder(db, packs[0]?.registryUid ?? '', needs.flat())
  const byUid = new Map(packs.map((pack) => [pack.uid, pack]))
  return texts.flatMap((text, place) => {
    const pack = byUid.get(text.uid)
    const dependencies = (needs[place] ?? []).map(toDependency)
    return pack ? [toPackValues({ texts: text, pack, meta: metas[place], dependencies })] : []
  })
}

interface Need {
  packName: string
  type: string
}

const isNeed = ({ type }: Need) => type === 'required' || type === 'optional'

/**
 * A pack names its dependencies by name only: the newest version of that name in the same registry is meant, if there
 * is one.
 */
async function dependencyFinder(db: TenantDb, registryUid: string, needs: readonly Need[]) {
  const names = [...new Set(needs.map(({ packName }) => packName))]
  const newest = names.length === 0 ? [] : await listNewest(db, registryUid, names)
  return ({ packName }: Need) => {
    const { uid = '', version = '', displayName = packName } = newest.find(({ name }) => name === packName) ?? {}
    return { uid, name: packName, displayName, version, registryUid: uid === '' ? '' : registryUid, logoUrl: '' }
  }
}
