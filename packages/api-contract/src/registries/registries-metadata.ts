import { z } from 'zod'

/** v1RegistryMetadata. */
export const registryMetadataSchema = z.object({
  uid: z.string(),
  name: z.string(),
  kind: z.string(),
  scope: z.string(),
  isDefault: z.boolean(),
  isPrivate: z.boolean(),
})

export const registriesMetadataSchema = z.object({ items: z.array(registryMetadataSchema) }).meta({
  examples: [
    {
      items: [
        {
          uid: '64eaff453040297344bcad5d',
          name: 'Palette Community Registry',
          kind: 'oci',
          scope: 'tenant',
          isDefault: false,
          isPrivate: true,
        },
      ],
    },
  ],
})
export const registriesMetadataQuerySchema = z.object({
  scope: z.string().max(32).optional().describe('system, tenant or all; absent is all'),
})
