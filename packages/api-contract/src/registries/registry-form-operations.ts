import type { z } from 'zod'
import type { Operations } from '../operation/operation.ts'
import { documentedOnly } from '../operation/palette.ts'
import { created, noContent } from '../operation/success.ts'
import { uidParams } from '../shapes/uid.ts'
import { basicOciRegistrySchema, ecrRegistrySchema, helmRegistrySchema, packRegistrySchema } from './registries.ts'
import {
  basicOciRegistryInputSchema,
  basicOciRegistryProbeSchema,
  ecrRegistryInputSchema,
  ecrRegistryProbeSchema,
  helmRegistryInputSchema,
  helmRegistryProbeSchema,
  packRegistryInputSchema,
  packRegistryProbeSchema,
} from './registry-inputs.ts'
import { registryCreateQuerySchema, registryDeleteQuerySchema, registryReplaceQuerySchema } from './registry-queries.ts'

interface Form<Collection, Item, Input, Probe, Body> {
  collection: Collection
  item: Item
  /** What one of them is called. */
  noun: string
  input: Input
  probe: Probe
  body: Body
  /** Its names in Palette's specification. */
  palette: { prefix: string; validate: string; isReadByClients: boolean }
}

const tag = 'registries'
/** Operations that change registries act in the tenant, whatever project the request names. */
const mayCreate = { tag, access: { permission: 'packRegistry.create' }, scope: 'tenant' } as const
const mayUpdate = { tag, access: { permission: 'packRegistry.update' }, scope: 'tenant' } as const
const mayDelete = { tag, access: { permission: 'packRegistry.delete' }, scope: 'tenant' } as const
const mayGet = { tag, access: { permission: 'packRegistry.get' } } as const

const OF_TESTS =
  'With registryUid of a registry that is here, secrets that are the mask are those stored, as long as the endpoint has the same origin.'

/** The same operations for each form. */
function operationsOf<
  const Collection extends string,
  const Item extends string,
  Input extends z.ZodType,
  Probe extends z.ZodType,
  Body extends z.ZodType,
>({ collection, item, noun, input, probe, body, palette }: Form<Collection, Item, Input, Probe, Body>) {
  const nameOf = (verb: string) => documentedOnly(palette.prefix + verb)
  const one = { path: item, params: uidParams } as const
  return {
    /** Refusal: `RegistryExists`, `ForbiddenUrl`, `InvalidRequest`. */
    create: {
      ...mayCreate,
      method: 'POST',
      path: collection,
      palette: nameOf('Create'),
      summary: `Make ${noun}`,
      query: registryCreateQuerySchema,
      body: input,
      success: created,
    },
    /**
     * Refusal: `RegistryUnreachable`, `RegistryUnauthorised`, `NotARegistry`, `ForbiddenUrl`,
     * `RegistryCredentialsNeeded`, `TooManyRequests`.
     */
    test: {
      ...mayCreate,
      method: 'POST',
      path: `${collection}/validate` as const,
      palette: documentedOnly(palette.validate),
      summary: `Test the connection to ${noun}`,
      description: OF_TESTS,
      body: probe,
      success: noContent,
    },
    get: {
      ...mayGet,
      method: 'GET',
      ...one,
      palette: { ...nameOf('UidGet'), isClientNeeded: palette.isReadByClients },
      summary: `Read ${noun}; secrets are masked`,
      success: { 200: body },
    },
    /**
     * Refusal: `RegistryExists`, `ForbiddenUrl`, `RegistryReadOnly` (the name of a default registry),
     * `RegistryCredentialsNeeded` (a new URL with another host, and a secret that is still masked).
     */
    replace: {
      ...mayUpdate,
      method: 'PUT',
      ...one,
      palette: nameOf('UidUpdate'),
      summary: `Replace ${noun}; a secret that is the mask stays as it is`,
      query: registryReplaceQuerySchema,
      body: input,
      success: noContent,
    },
    delete: {
      ...mayDelete,
      method: 'DELETE',
      ...one,
      palette: nameOf('UidDelete'),
      summary: `Delete ${noun} with its packs`,
      query: registryDeleteQuerySchema,
      success: noContent,
    },
  } as const satisfies Operations
}

/** Pack registries. */
export const packRegistryOperations = operationsOf({
  collection: '/v1/registries/pack',
  item: '/v1/registries/pack/{uid}',
  noun: 'a pack registry',
  input: packRegistryInputSchema,
  probe: packRegistryProbeSchema,
  body: packRegistrySchema,
  palette: {
    prefix: 'v1RegistriesPack',
    validate: 'V1RegistriesPackValidate',
    isReadByClients: false,
  },
})

/** Helm registries. */
export const helmRegistryOperations = operationsOf({
  collection: '/v1/registries/helm',
  item: '/v1/registries/helm/{uid}',
  noun: 'a Helm registry',
  input: helmRegistryInputSchema,
  probe: helmRegistryProbeSchema,
  body: helmRegistrySchema,
  palette: {
    prefix: 'v1RegistriesHelm',
    validate: 'V1RegistriesHelmValidate',
    isReadByClients: true,
  },
})

/** OCI registries with user and password. */
export const basicOciRegistryOperations = operationsOf({
  collection: '/v1/registries/oci/basic',
  item: '/v1/registries/oci/{uid}/basic',
  noun: 'an OCI registry',
  input: basicOciRegistryInputSchema,
  probe: basicOciRegistryProbeSchema,
  body: basicOciRegistrySchema,
  palette: {
    prefix: 'v1BasicOciRegistries',
    validate: 'v1BasicOciRegistriesValidate',
    isReadByClients: false,
  },
})

/** OCI registries of Amazon. */
export const ecrRegistryOperations = operationsOf({
  collection: '/v1/registries/oci/ecr',
  item: '/v1/registries/oci/{uid}/ecr',
  noun: 'an Amazon ECR registry',
  input: ecrRegistryInputSchema,
  probe: ecrRegistryProbeSchema,
  body: ecrRegistrySchema,
  palette: { prefix: 'v1EcrRegistries', validate: 'v1EcrRegistriesValidate', isReadByClients: false },
})
