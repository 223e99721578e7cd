import type { PaletteCaller } from './palette-caller.ts'

interface Sources {
  /** A registry with the pack web. */
  registryUid: string
  /** Address of a Helm repository. */
  endpoint: string
  /** Address of a folder of packs that may be read. */
  folder: string
  /** Address of a minimal OCI registry. */
  ociEndpoint: string
}

/** Registries of every kind from creation to deletion, and the packs of one that has some. */
export async function walkCatalogue({ call }: PaletteCaller, { registryUid, endpoint, folder, ociEndpoint }: Sources) {
  const input = (name: string, spec: object = {}) => ({
    metadata: { name, labels: null, creationTimestamp: '0001-01-01T00:00:00.000Z' },
    spec: { endpoint, auth: { type: 'noAuth' }, ...spec },
  })
  const query = { skipPackSync: 'true' }
  for (const [ids, spec] of FORMS) {
    const uid = (await call(ids.create, { query, body: input(ids.create, spec) })).uid()
    const path = { uid }
    await call(ids.get, { path })
    if (ids.status) await call(ids.status, { path })
    await call(ids.update, { path, body: input(ids.create, spec) })
    await call(ids.sync, { path, query: { forceSync: 'true' } })
    if (ids.create.includes('Basic')) await call('v1OciRegistriesGet', { path, query: { type: 'basic' } })
    for (const id of ids.lists) await call(id)
    if (ids.create.includes('Helm')) await call('v1RegistriesNameConfigGet', { path: { registryName: ids.create } })
    await call(ids.create.includes('Ecr') ? 'v1RegistriesUidDelete' : ids.remove, { path })
  }
  const again = await call('v1EcrRegistriesCreate', { query, body: input('again') })
  await call('v1EcrRegistriesUidDelete', { path: { uid: again.uid() } })
  await call('V1RegistriesHelmValidate', { body: { endpoint } })
  await call('V1RegistriesPackValidate', { body: { endpoint: folder } })
  await call('v1BasicOciRegistriesValidate', {
    body: { endpoint: ociEndpoint, providerType: 'pack', isSyncSupported: false },
  })
  await call('v1RegistriesMetadata')
  await call('v1OciRegistriesSummary')
  await call('v1OciImageRegistryGet')
  await walkPacks(call, registryUid)
}

async function walkPacks(call: PaletteCaller['call'], registryUid: string) {
  const found = await call('v1PacksSummaryList', { query: { filters: 'spec.name=web', limit: '1' } })
  const uid = /"uid":"([0-9a-f]{24})"/.exec(found.body)?.[1] ?? 'none'
  await call('v1PacksSearch', { body: { filter: { name: { eq: 'web' } }, sort: null } })
  await call('v1PacksUid', { path: { uid } })
  await call('v1PacksNameRegistryUidList', { path: { packName: 'web', registryUid }, query: { cloudType: 'all' } })
  await call('v1PacksUidReadme', { path: { uid } })
  await call('v1PacksPackUidLogo', { path: { uid } })
}

const ids = (name: string, lists: readonly string[], status?: string) => ({
  create: `${name}Create`,
  get: `${name}UidGet`,
  update: `${name}UidUpdate`,
  remove: `${name}UidDelete`,
  sync: `${name}UidSync`,
  status: status ?? `${name}UidSyncStatus`,
  lists,
})

const FORMS = [
  [ids('v1RegistriesPack', ['v1RegistriesPackList', 'v1RegistriesPackSummaryList']), {}],
  [ids('v1RegistriesHelm', ['v1RegistriesHelmList', 'v1RegistriesHelmSummaryList']), { isPrivate: false }],
  [ids('v1BasicOciRegistries', ['v1OciRegistriesSummary']), { providerType: 'pack', isSyncSupported: true }],
  [
    ids('v1EcrRegistries', ['v1OciRegistriesSummary']),
    { isPrivate: false, providerType: 'pack', isSyncSupported: true },
  ],
] as const
