import { layerSchema, packTypeSchema, type PackSummariesBody, type PackTagEntityBody } from '@waybill/api-contract'
import type { PackMeta } from '../../../format-tasks/read-pack-meta.ts'
import { NO_META } from '../content/pack-metas.ts'
import { project, type Projection } from '../list/pack-projection.ts'
import { floatingTags, readAnnotations } from './pack-service.ts'
import type { StoredPack, StoredTexts } from './stored-pack.ts'

type Summary = PackSummariesBody['items'][number]
type PackValues = PackTagEntityBody['packValues'][number]

interface Summarised {
  pack: StoredPack
  /** Absent if `fields` asks for none of the texts. */
  values?: string | undefined
  meta?: PackMeta | undefined
  fields: Projection
}

export function toSummary({ pack, values = '', meta = NO_META, fields }: Summarised): Summary {
  const annotations = readAnnotations(pack.annotations)
  const metadata = {
    name: pack.name,
    uid: pack.uid,
    labels: {},
    annotations: {},
    creationTimestamp: pack.createdAt.toISOString(),
    lastModifiedTimestamp: pack.modifiedAt.toISOString(),
  }
  const spec = {
    ...describe(pack),
    ...meta,
    version: pack.version,
    eol: pack.eol,
    annotations,
    digest: pack.digest,
    values,
  }
  return {
    apiVersion: 'v1',
    kind: 'pack',
    metadata: project(metadata, (field) => fields.has('metadata', field), ['name', 'uid']),
    spec: project({ ...spec, type: packTypeSchema.parse(pack.type), group: pack.group, manifests: [] }, (field) =>
      fields.has('spec', field),
    ),
    status: {},
  }
}

/** The fields that all versions of a pack share, taken from one of them. */
function describe(pack: StoredPack) {
  return {
    name: pack.name,
    displayName: pack.displayName,
    layer: layerSchema.parse(pack.layer),
    registryUid: pack.registryUid,
    cloudTypes: pack.cloudTypes,
    addonType: pack.addonType,
    addonSubType: pack.addonSubType,
    logoUrl: '',
  }
}

interface Tagged {
  pack: StoredPack
  versions: readonly StoredPack[]
  packValues: PackValues[]
}

export function toTagEntity({ pack, versions, packValues }: Tagged): PackTagEntityBody {
  const tags = versions.map(({ uid, version, group }) => ({
    packUid: uid,
    tag: version,
    version,
    group,
    parentTags: floatingTags(version),
  }))
  return { ...describe(pack), tags, packValues }
}

interface Valued {
  texts: StoredTexts
  pack: StoredPack
  meta?: PackMeta | undefined
  dependencies: PackValues['dependencies']
}

export const toPackValues = ({ texts, pack, meta = NO_META, dependencies }: Valued): PackValues => ({
  packUid: texts.uid,
  values: texts.values,
  readme: texts.readme,
  annotations: readAnnotations(pack.annotations),
  ...meta,
  dependencies,
})
