import { NO_CREDENTIALS, sealCredentials } from '../../../features/registry-connection/registry-credentials.ts'
import { newUid } from '../../../platform/database/uid.ts'
import { addRegistry } from '../../catalogue.ts'
import type { TestApp } from '../../test-app.ts'
import type { Endpoints } from '../requests/own-inputs.ts'
import { canaryOf } from './places.ts'

interface NewRegistries {
  tenantUid: string
  place: string
  endpoints: Endpoints
  /** Names of the packs in its pack registry. */
  packs: readonly string[]
}

const FORMS = [
  { form: 'pack', kind: 'pack', ociType: '' },
  { form: 'helm', kind: 'helm', ociType: '' },
  { form: 'basic', kind: 'oci', ociType: 'basic' },
  { form: 'ecr', kind: 'oci', ociType: 'ecr' },
] as const

/** One registry of each form, with a password and a sync run that is under way. */
export async function addRegistries(test: TestApp, registries: NewRegistries) {
  const { tenantUid, packs } = registries
  const uids = new Map<string, string>()
  for (const form of FORMS) uids.set(form.form, await addOne(test, registries, form))
  const versions = await test.deps.prisma.packVersion.findMany({
    where: { tenantUid },
    select: { uid: true, name: true },
  })
  const uidOf = (form: (typeof FORMS)[number]['form']) => uids.get(form) ?? ''
  return {
    packRegistry: uidOf('pack'),
    helmRegistry: uidOf('helm'),
    basicRegistry: uidOf('basic'),
    ecrRegistry: uidOf('ecr'),
    registryName: canaryOf(registries.place, 'registry-pack'),
    packs: new Map(packs.map((name) => [name, versions.find((version) => version.name === name)?.uid ?? ''])),
  }
}

export type TenantRegistries = Awaited<ReturnType<typeof addRegistries>>

async function addOne(
  { deps }: TestApp,
  { tenantUid, place, endpoints, packs }: NewRegistries,
  { form, kind, ociType }: (typeof FORMS)[number],
): Promise<string> {
  const uid = await addRegistry(deps.tenantDb(tenantUid), {
    name: canaryOf(place, `registry-${form}`),
    kind,
    packs: form === 'pack' ? packs.map((name) => canaryPack(name, place)) : [],
  })
  const secrets = { ...NO_CREDENTIALS, username: 'matrix', password: canaryOf(place, 'password') }
  await deps.prisma.registry.update({
    where: { uid },
    data: {
      ociType,
      endpoint: endpoints[kind],
      authType: ociType === 'ecr' ? 'secret' : 'basic',
      credentials: sealCredentials(secrets, { tenantUid, uid }, deps.cipher),
    },
  })
  await deps.prisma.registrySync.create({
    data: {
      uid: newUid(),
      tenantUid,
      registryUid: uid,
      activeKey: uid,
      state: 'queued',
      trigger: 'request',
      requestedBy: canaryOf(place, 'asker'),
    },
  })
  return uid
}

const canaryPack = (name: string, place: string) => ({
  name,
  version: '1.0.0',
  description: canaryOf(place, 'pack'),
  readme: canaryOf(place, 'readme'),
  values: `place: ${canaryOf(place, 'pack-values')}\n`,
})
