import { z } from 'zod'

/** One run of a sync. Waybill's own. */
export const registrySyncSchema = z
  .object({
    uid: z.string(),
    registryUid: z.string(),
    state: z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']),
    trigger: z.enum(['create', 'request', 'schedule']),
    requestedBy: z.string(),
    requestedAt: z.string(),
    startedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
    isCancelRequested: z.boolean(),
    expected: z.int().describe('Versions that there will be; 0 while unknown'),
    found: z.int(),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    removed: z.int(),
    failed: z.int(),
    reason: z.string().describe('Why the whole run failed; empty otherwise'),
    failures: z
      .array(z.object({ place: z.string(), fault: z.string() }))
      .describe('The first 500 versions that failed'),
  })
  .meta({ id: 'RegistrySync' })
export type RegistrySyncBody = z.infer<typeof registrySyncSchema>

/** The latest runs of one registry, newest first. */
export const registrySyncsSchema = z.object({ items: z.array(registrySyncSchema) })

/** One registry as the console lists it. Waybill's own. */
export const consoleRegistrySchema = z.object({
  uid: z.string(),
  name: z.string(),
  kind: z.enum(['pack', 'helm', 'oci']),
  providerType: z.string(),
  ociType: z.string(),
  endpoint: z.string(),
  scope: z.string(),
  isDefault: z.boolean(),
  isPrivate: z.boolean(),
  isSyncSupported: z.boolean(),
  lastSyncedAt: z.string().nullable(),
  nextSyncAt: z.string().nullable(),
  packs: z.int(),
  versions: z.int(),
  /** The newest run without its list of failures; null before the first. */
  sync: registrySyncSchema.nullable(),
})
export const consoleRegistriesSchema = z.object({ items: z.array(consoleRegistrySchema) })
export type ConsoleRegistryBody = z.infer<typeof consoleRegistrySchema>
export type ConsoleRegistriesBody = z.infer<typeof consoleRegistriesSchema>

/** Profiles with layers from a registry, or with one pack version, which would lose their pack. */
export const registryUsersSchema = z.object({
  profiles: z.array(
    z.object({
      uid: z.string(),
      name: z.string(),
      version: z.string(),
      scope: z.string(),
      projectUid: z.string(),
      projectName: z.string(),
      layers: z.array(z.string()),
    }),
  ),
  hidden: z.int().describe('Number of other profile versions, in projects that the caller may not see'),
})
export type RegistryUsersBody = z.infer<typeof registryUsersSchema>
