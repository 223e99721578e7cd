import { z } from 'zod'
import { objectMetaInputSchema } from '../shapes/object-meta.ts'

const text = z.string().max(2_048)
const secret = z.string().max(65_536)

/** v1TlsConfiguration. `key` is write-only: responses contain the mask if one is stored. */
const registryTlsSchema = z
  .object({
    enabled: z.boolean().nullish(),
    ca: secret.nullish().describe('PEM of the certificate authority to trust beside the usual ones'),
    certificate: secret.nullish().describe('PEM of the client certificate (mutual TLS)'),
    key: secret.nullish().describe('PEM of its key. Write-only'),
    insecureSkipVerify: z.boolean().nullish(),
  })
  .meta({ id: 'TlsConfigurationEntity' })

/**
 * v1RegistryAuth. Secrets are write-only: responses contain the mask `********` if one is stored; sending the mask
 * keeps it.
 */
const registryAuthSchema = z
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
  isSyncSupported: z
    .boolean()
    .nullish()
    .describe(
      'False: no sync; charts (`providerType` helm) are looked up one by one when a layer or a client names them',
    ),
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

export const packRegistryInputSchema = registryInput(packSpec).meta({
  examples: [
    {
      metadata: { name: 'Own packs' },
      spec: { endpoint: 'https://packs.example.com/packs.tar.gz', auth: { type: 'noAuth' } },
    },
  ],
})
export const helmRegistryInputSchema = registryInput(helmSpec).meta({
  examples: [
    {
      metadata: { name: 'Charts' },
      spec: { endpoint: 'https://charts.example.com', isPrivate: false, auth: { type: 'noAuth' } },
    },
  ],
})
export const basicOciRegistryInputSchema = registryInput(basicOciSpec).meta({
  examples: [
    {
      metadata: { name: 'Palette Community Registry' },
      spec: {
        endpoint: 'https://registry.example.com',
        baseContentPath: 'packs',
        providerType: 'pack',
        isSyncSupported: true,
        auth: { type: 'basic', username: 'reader', password: 'the password of this user' },
      },
    },
  ],
})
export const ecrRegistryInputSchema = registryInput(ecrSpec).meta({
  examples: [
    {
      metadata: { name: 'ECR' },
      spec: {
        endpoint: 'https://000000000000.dkr.ecr.eu-central-1.amazonaws.com',
        isPrivate: true,
        defaultRegion: 'eu-central-1',
        providerType: 'pack',
        isSyncSupported: true,
        credentials: { credentialType: 'secret', accessKey: 'the id of the access key', secretKey: 'the secret key' },
      },
    },
  ],
})
/** Bodies of the four `…/validate` operations. */
export const packRegistryProbeSchema = packSpec
export const helmRegistryProbeSchema = helmSpec
export const basicOciRegistryProbeSchema = basicOciSpec
export const ecrRegistryProbeSchema = ecrSpec

export type PackRegistryInput = z.infer<typeof packRegistryInputSchema>
export type HelmRegistryInput = z.infer<typeof helmRegistryInputSchema>
export type BasicOciRegistryInput = z.infer<typeof basicOciRegistryInputSchema>
export type EcrRegistryInput = z.infer<typeof ecrRegistryInputSchema>
