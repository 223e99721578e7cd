import { z } from 'zod'
import { listMetaSchema, objectMetaInputSchema, objectMetaSchema } from './common.ts'

const text = z.string().max(2_048)
const secret = z.string().max(65_536)

/** v1TlsConfiguration. `key` is write-only: answers hold the mask where one is stored. */
export const registryTlsSchema = z
  .object({
    enabled: z.boolean().nullish(),
    ca: secret.nullish().describe('PEM of the certificate authority to trust beside the usual ones'),
    certificate: secret.nullish().describe('PEM of the client certificate (mutual TLS)'),
    key: secret.nullish().describe('PEM of its key. Write-only'),
    insecureSkipVerify: z.boolean().nullish(),
  })
  .meta({ id: 'TlsConfigurationEntity' })

/** v1RegistryAuth. Secrets are write-only: answers hold the mask `********` where one is stored; sent back, it keeps what is stored. */
export const registryAuthSchema = z
  .object({
    type: z.enum(['noAuth', 'basic', 'token']).nullish(),
    username: text.nullish(),
    password: secret.nullish().describe('Write-only'),
    token: secret.nullish().describe('Write-only'),
    tls: registryTlsSchema.nullish(),
  })
  .meta({ id: 'RegistryAuthEntity' })

const scope = z.string().max(32).nullish()

/** v1PackRegistrySpec. */
const packSpec = z
  .object({
    endpoint: text
      .min(1)
      .describe('Address of a .tar.gz of a folder of packs, or file:// of a folder that PACK_FOLDERS allows'),
    auth: registryAuthSchema.nullish(),
    name: z.string().max(253).nullish(),
    private: z.boolean().nullish(),
    registryUid: z.string().max(64).nullish(),
    scope,
  })
  .meta({ id: 'PackRegistrySpecEntity' })

/** v1HelmRegistrySpec, v1HelmRegistrySpecEntity. */
const helmSpec = z
  .object({
    endpoint: text.min(1).describe('Address of the repository: the folder of its index.yaml'),
    auth: registryAuthSchema.nullish(),
    name: z.string().max(253).nullish(),
    isPrivate: z.boolean().nullish(),
    registryUid: z.string().max(64).nullish(),
    scope,
    createOption: z
      .object({
        skipSync: z.boolean().nullish(),
        charts: z
          .array(z.object({ name: z.string().max(253), version: z.string().max(128).nullish() }))
          .max(1_000)
          .nullish(),
      })
      .nullish(),
  })
  .meta({ id: 'HelmRegistrySpecEntity' })

const ociFields = {
  baseContentPath: text.nullish().describe('Path under the endpoint that holds spectro-packs/archive'),
  containsSpectroManifest: z.boolean().nullish(),
  endpoint: text.min(1),
  isSyncSupported: z.boolean().nullish(),
  providerType: z.enum(['helm', 'zarf', 'pack']).nullish(),
  registryUid: z.string().max(64).nullish(),
  scope,
}

/** v1BasicOciRegistrySpec. */
const basicOciSpec = z
  .object({ ...ociFields, auth: registryAuthSchema.nullish(), basePath: text.nullish() })
  .meta({ id: 'BasicOciRegistrySpecEntity' })

/** v1EcrRegistrySpec. */
const ecrSpec = z
  .object({
    ...ociFields,
    isPrivate: z.boolean().nullish(),
    defaultRegion: z.string().max(64).nullish(),
    credentials: z
      .object({
        credentialType: z.enum(['secret', 'sts', 'pod-identity']).nullish(),
        accessKey: text.nullish(),
        secretKey: secret.nullish().describe('Write-only'),
        sts: z.object({ arn: text.nullish(), externalId: text.nullish() }).nullish(),
        partition: z.string().max(32).nullish(),
      })
      .nullish(),
    tls: registryTlsSchema.nullish(),
  })
  .meta({ id: 'EcrRegistrySpecEntity' })

const registryInput = <Spec extends z.ZodType>(spec: Spec) => z.object({ metadata: objectMetaInputSchema, spec })

export const packRegistryInputSchema = registryInput(packSpec)
export const helmRegistryInputSchema = registryInput(helmSpec)
export const basicOciRegistryInputSchema = registryInput(basicOciSpec)
export const ecrRegistryInputSchema = registryInput(ecrSpec)
/** Bodies of the four `…/validate` operations. */
export const packRegistryProbeSchema = packSpec
export const helmRegistryProbeSchema = helmSpec
export const basicOciRegistryProbeSchema = basicOciSpec
export const ecrRegistryProbeSchema = ecrSpec

/** v1RegistrySyncStatus. */
export const registrySyncStatusSchema = z
  .object({
    status: z.enum(['Pending', 'InProgress', 'Success', 'Failed', 'Unknown']),
    message: z.string(),
    isSyncSupported: z.boolean(),
    lastRunTime: z.string().describe('Empty before the first run'),
    lastSyncedTime: z.string().describe('Empty before the first whole sync'),
  })
  .meta({ id: 'RegistrySyncStatus' })

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
)
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
/** v1OciRegistries: basic and ecr together, and no listmeta (contract §g). */
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

export type PackRegistryInput = z.infer<typeof packRegistryInputSchema>
export type HelmRegistryInput = z.infer<typeof helmRegistryInputSchema>
export type BasicOciRegistryInput = z.infer<typeof basicOciRegistryInputSchema>
export type EcrRegistryInput = z.infer<typeof ecrRegistryInputSchema>
export type PackRegistryBody = z.infer<typeof packRegistrySchema>
export type HelmRegistryBody = z.infer<typeof helmRegistrySchema>
export type BasicOciRegistryBody = z.infer<typeof basicOciRegistrySchema>
export type EcrRegistryBody = z.infer<typeof ecrRegistrySchema>
export type PackRegistryProbe = z.infer<typeof packRegistryProbeSchema>
export type HelmRegistryProbe = z.infer<typeof helmRegistryProbeSchema>
export type BasicOciRegistryProbe = z.infer<typeof basicOciRegistryProbeSchema>
export type EcrRegistryProbe = z.infer<typeof ecrRegistryProbeSchema>
