import type { PaletteCaller } from './palette-caller.ts'

interface Catalogue {
  registryUid: string
}

const variable = { name: 'REGION', displayName: 'Region', format: 'string', defaultValue: 'eu', options: null }
const manifest = { name: 'config', content: 'kind: ConfigMap\n' }

/** The whole life of a profile: created, changed in each of its parts, published, read, copied, moved, deleted. */
export async function walkProfiles({ call }: PaletteCaller, { registryUid }: Catalogue) {
  const pack = {
    name: 'web',
    tag: '1.0.0',
    registryUid,
    type: 'spectro',
    values: 'region: "{{.spectro.var.REGION}}"\n',
  }
  const template = { type: 'add-on', cloudType: 'all', packs: [{ ...pack, manifests: null }] }
  const metadata = { name: 'walked', annotations: { description: 'A profile' }, labels: { team: 'web' } }
  const body = { metadata, spec: { version: '1.0.0', template, variables: [variable] } }
  const inProject = true
  const uid = (await call('v1ClusterProfilesCreate', { body, inProject })).uid()
  const path = { uid, packName: 'web' }
  const at = { path, inProject }

  await call('V1ClusterProfilesUidVariablesPatch', {
    ...at,
    body: { variables: [{ ...variable, defaultValue: 'us' }] },
  })
  await call('V1ClusterProfilesUidVariablesPut', {
    ...at,
    body: { variables: [variable, { ...variable, name: 'SPARE', displayName: 'Spare' }] },
  })
  await call('V1ClusterProfilesUidVariablesDelete', { ...at, body: { variables: ['SPARE'] } })
  await call('v1ClusterProfilesUpdate', {
    ...at,
    body: { metadata: { name: 'walked', uid }, spec: { version: '1.0.0', template } },
  })
  await call('v1ClusterProfilesUidMetadataUpdate', { ...at, body: { metadata, spec: { version: '1.0.0' } } })
  await call('v1ClusterProfilesUidPacksAdd', {
    ...at,
    body: {
      pack: { name: 'files', type: 'manifest', uid: 'spectro-manifest-pack', layer: 'addon', manifests: [manifest] },
    },
  })
  const added = await call('v1ClusterProfilesUidPacksNameManifestsAdd', {
    ...at,
    path: { uid, packName: 'files' },
    body: { ...manifest, name: 'second' },
  })
  const inManifest = { ...at, path: { uid, packName: 'files', manifestUid: added.uid() } }
  await call('v1ClusterProfilesUidPacksNameManifestsUidUpdate', {
    ...inManifest,
    body: { name: 'second', content: 'kind: Secret\n' },
  })
  await call('v1ClusterProfilesUidPacksNameManifestsUidGet', inManifest)
  await call('v1ClusterProfilesUidPacksNameManifestsUidDelete', inManifest)
  await call('v1ClusterProfilesUidPacksNameUpdate', { ...at, body: { pack: { ...pack, manifests: null } } })
  await call('v1ClusterProfilesPacksRefUpdate', {
    ...at,
    body: { packs: [{ name: 'web', packUid: '', tag: '1.0.0' }], spcApplySettings: null },
  })
  await readProfile(at, call)
  await call('v1ClusterProfilesUidPacksNameDelete', { ...at, path: { uid, packName: 'files' } })
  await call('v1ClusterProfilesPublish', at)
  await call('v1ClusterProfilesGet', at)
  await call('v1ClusterProfilesUidSummary', at)
  await validate(at, template, call)
  await copyAndMove(at, call)
}

type Call = PaletteCaller['call']
interface At {
  path: { uid: string; packName: string }
  inProject: boolean
}

async function readProfile(at: At, call: Call) {
  await call('v1ClusterProfilesGet', at)
  await call('V1ClusterProfilesUidVariablesGet', at)
  await call('v1ClusterProfilesUidPacksGet', at)
  await call('v1ClusterProfilesUidPacksManifestsGet', at)
  await call('v1ClusterProfilesUidPacksUidManifests', { ...at, path: { ...at.path, packName: 'files' } })
  await call('V1ClusterProfilesUidPacksNameGet', at)
  await call('v1ClusterProfilesUidPacksConfigGet', at)
  await call('v1ClusterProfilesUidPacksResolvedValuesGet', at)
  await call('v1ClusterProfilesUidSummary', at)
  await call('v1ClusterProfilesMetadata', at)
  await call('v1ClusterProfilesFilterSummary', {
    inProject: true,
    body: { filter: { profileName: { contains: 'walk' } }, sort: null },
  })
  await call('v1MacrosList', { inProject: true })
}

async function validate(at: At, template: object, call: Call) {
  const query = { name: 'free', version: '1.0.0' }
  await call('v1ClusterProfilesValidateNameVersion', { inProject: true, query })
  await call('v1ClusterProfilesValidatePacks', { inProject: true, body: template })
  await call('v1ClusterProfilesUidValidatePacks', { ...at, body: template })
  await call('v1ClusterProfilesUidSpcDownload', at)
}

async function copyAndMove(at: At, call: Call) {
  await call('v1ClusterProfilesUidCloneValidate', { ...at, body: { name: 'walked', version: '1.1.0' } })
  const clone = await call('v1ClusterProfilesUidClone', {
    ...at,
    body: { metadata: { name: 'walked', version: '1.1.0' } },
  })
  await call('V1ClusterProfilesUidExportTerraform', at)
  const file = (await call('V1ClusterProfilesUidExport', at)).body
  await call('v1ClusterProfilesDelete', at)
  await call('v1ClusterProfilesImportValidate', { inProject: true, body: file })
  const imported = await call('v1ClusterProfilesImport', { inProject: true, body: file, query: { publish: 'true' } })
  await call('v1ClusterProfilesBulkDelete', { inProject: true, body: { uids: [clone.uid(), imported.uid()] } })
  await call('v1ClusterProfilesImportFile', { inProject: true, ...asUpload(file), query: { format: 'json' } })
}

/** As Go sends it: a file name without extension, and octet-stream. */
function asUpload(file: string) {
  const lines = [
    '--frontier',
    'content-disposition: form-data; name="importFile"; filename="profile-import1"',
    'content-type: application/octet-stream',
    '',
    file,
    '--frontier--',
    '',
  ]
  return { body: lines.join('\r\n'), headers: { 'content-type': 'multipart/form-data; boundary=frontier' } }
}
