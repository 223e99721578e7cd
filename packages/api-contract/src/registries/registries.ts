import { z } from 'zod'
import { objectMetaSchema } from '../shapes/object-meta.ts'
import { listMetaSchema } from '../shapes/paging.ts'

const EXAMPLE_SYNC_STATUS = {
  status: 'Success' as const,
  message: '',
  isSyncSupported: true,
  lastRunTime: '2026-06-01T08:00:00.000Z',
  lastSyncedTime: '2026-06-01T08:00:00.000Z',
}

/** v1RegistrySyncStatus. */
export const registrySyncStatusSchema = z
  .object({
    status: z.enum(['Pending', 'InProgress', 'Success', 'Failed', 'Unknown']),
    message: z.string(),
    isSyncSupported: z.boolean(),
    lastRunTime: z.string().describe('Empty before the first run'),
    lastSyncedTime: z.string().describe('Empty before the first whole sync'),
  })
  .meta({
    id: 'RegistrySyncStatus',
    examples: [EXAMPLE_SYNC_STATUS],
  })

const answeredTls = z
  .object({
    enabled: z.boolean(),
    ca: z.string(),
    certificate: z.string(),
    key: z.string(),
    insecureSkipVerify: z.boolean(),
  })
  .meta({ id: 'TlsConfiguration' })
const answeredAuth = z
  .object({
    type: z.string(),
    username: z.string(),
    password: z.string(),
    token: z.string(),
    tls: answeredTls,
  })
  .meta({ id: 'RegistryAuth' })

const answeredPackSpec = z
  .object({
    endpoint: z.string(),
    auth: answeredAuth,
    name: z.string(),
    private: z.boolean(),
    registryUid: z.string(),
    scope: z.string(),
  })
  .meta({ id: 'PackRegistrySpec' })
const answeredHelmSpec = z
  .object({
    endpoint: z.string(),
    auth: answeredAuth,
    name: z.string(),
    isPrivate: z.boolean(),
    registryUid: z.string(),
    scope: z.string(),
  })
  .meta({ id: 'HelmRegistrySpec' })
const answeredOciFields = {
  baseContentPath: z.string(),
  containsSpectroManifest: z.boolean(),
  endpoint: z.string(),
  isSyncSupported: z.boolean(),
  providerType: z.string(),
  registryUid: z.string(),
  scope: z.string(),
}

const registryObject = <Spec extends z.ZodType, Status extends z.ZodType>(spec: Spec, status: Status) =>
  z.object({ apiVersion: z.string(), kind: z.string(), metadata: objectMetaSchema, spec, status })

/** v1PackRegistry. */
export const packRegistrySchema = registryObject(
  answeredPackSpec,
  z.object({ packSyncStatus: registrySyncStatusSchema }),
)
/** v1HelmRegistry. */
export const helmRegistrySchema = registryObject(
  answeredHelmSpec,
  z.object({ helmSyncStatus: registrySyncStatusSchema }),
).meta({
  examples: [
    {
      apiVersion: 'v1',
      kind: 'HelmRegistry',
      metadata: {
        name: 'Charts',
        uid: '64eaff453040297344bcad5d',
        labels: {},
        annotations: { scope: 'tenant' },
        creationTimestamp: '2026-06-01T08:00:00.000Z',
        lastModifiedTimestamp: '2026-06-01T08:00:00.000Z',
      },
      spec: {
        endpoint: 'https://charts.example.com',
        auth: {
          type: 'noAuth',
          username: '',
          password: '',
          token: '',
          tls: { enabled: false, ca: '', certificate: '', key: '', insecureSkipVerify: false },
        },
        name: 'Charts',
        isPrivate: false,
        registryUid: '64eaff453040297344bcad5d',
        scope: 'tenant',
      },
      status: {
        helmSyncStatus: EXAMPLE_SYNC_STATUS,
      },
    },
  ],
})
/** v1BasicOciRegistry. */
export const basicOciRegistrySchema = registryObject(
  z.object({ ...answeredOciFields, auth: answeredAuth, basePath: z.string() }),
  z.object({ syncStatus: registrySyncStatusSchema }),
)
/** v1EcrRegistry. */
export const ecrRegistrySchema = registryObject(
  z.object({
    ...answeredOciFields,
    isPrivate: z.boolean(),
    defaultRegion: z.string(),
    credentials: z.object({ credentialType: z.string(), accessKey: z.string(), secretKey: z.string() }),
    tls: answeredTls,
  }),
  z.object({ syncStatus: registrySyncStatusSchema }),
)

/** v1PackRegistries, v1HelmRegistries. */
export const packRegistriesSchema = z.object({ items: z.array(packRegistrySchema), listmeta: listMetaSchema })
export const helmRegistriesSchema = z.object({ items: z.array(helmRegistrySchema), listmeta: listMetaSchema })

const summary = <Spec extends z.ZodType>(spec: Spec) =>
  z.object({ metadata: objectMetaSchema, spec, status: z.object({ sync: registrySyncStatusSchema }) })

/** v1PackRegistriesSummary. */
export const packRegistriesSummarySchema = z.object({
  items: z.array(summary(z.object({ endpoint: z.string(), private: z.boolean(), scope: z.string() }))),
  listmeta: listMetaSchema,
})
/** v1HelmRegistriesSummary. */
export const helmRegistriesSummarySchema = z.object({
  items: z.array(summary(z.object({ endpoint: z.string(), isPrivate: z.boolean(), scope: z.string() }))),
  listmeta: listMetaSchema,
})
/** v1OciRegistries: basic and ecr together, without listmeta. */
export const ociRegistriesSummarySchema = z.object({
  items: z.array(
    summary(
      z.object({
        containsSpectroManifest: z.boolean(),
        defaultRegion: z.string(),
        endpoint: z.string(),
        isPrivate: z.boolean(),
        providerType: z.string(),
        registryType: z.enum(['basic', 'ecr']),
        scope: z.string(),
      }),
    ),
  ),
})
/** v1OciRegistryEntity. */
export const ociRegistrySchema = z.object({
  auth: answeredAuth,
  defaultRegion: z.string(),
  endpoint: z.string(),
  providerType: z.string(),
  scope: z.string(),
  type: z.string(),
})

/** v1RegistryConfigEntity. */
export const registryConfigSchema = z.object({
  config: z.object({ name: z.string(), endpoint: z.string(), auth: answeredAuth }),
})

export type PackRegistryBody = z.infer<typeof packRegistrySchema>
export type HelmRegistryBody = z.infer<typeof helmRegistrySchema>
export type BasicOciRegistryBody = z.infer<typeof basicOciRegistrySchema>
export type EcrRegistryBody = z.infer<typeof ecrRegistrySchema>
