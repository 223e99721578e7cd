import { manifestId, packNameOf, valuesId, type DocumentPack, type ProfileDocument } from '@waybill/profile-format'
import type { UseCase } from '../../platform/use-case.ts'
import { wantedPacks } from '../profile-plan/index.ts'
import { findCatalogue } from '../registries/index.ts'

/**
 * A document that is not stored, with the secrets in its texts, found with what packs of the same name and version here
 * declare.
 */
export async function inspectedFile({ db, tools }: UseCase<'workers'>, document: ProfileDocument) {
  const { candidates } = await findCatalogue(db, { wanted: wantedPacks(document.packs) })
  const byName = new Map(candidates.map((pack) => [`${pack.name} ${pack.version}`, pack]))
  const knownOf = ({ name, version }: DocumentPack) =>
    byName.get(`${name} ${version}`) ?? byName.get(`${packNameOf(name)} ${version}`)
  const layers = document.packs.map((pack) => {
    const { schema = '', defaults = '' } = knownOf(pack) ?? {}
    return { values: pack.values, manifests: pack.manifests, schema, defaults }
  })
  const made = await tools.workers.run('inspectLayers', layers)
  const inspections = made.flatMap(({ inspection, manifestInspections }, index) => [
    [valuesId(index), inspection] as const,
    ...manifestInspections.map((found, at) => [manifestId(index, at), found] as const),
  ])
  return { document, inspections: new Map(inspections) }
}
