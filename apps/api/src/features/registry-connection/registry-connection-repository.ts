import type { TenantClient } from '../../platform/database/tenant-db.ts'
import type { Cipher } from '../../platform/keys/cipher.ts'
import { connectionWith, type RegistryConnection } from './registry-connection.ts'
import { openCredentials } from './registry-credentials.ts'

/** The registry columns that a connection is made from, for a repository's `select`. */
export const CONNECTION_COLUMNS = {
  kind: true,
  providerType: true,
  ociType: true,
  endpoint: true,
  basePath: true,
  baseContentPath: true,
  defaultRegion: true,
  authType: true,
  credentials: true,
} as const

/** For one use: the result contains the registry's secrets in clear. */
export async function findConnection(
  db: TenantClient,
  uid: string,
  cipher: Pick<Cipher, 'decrypt'>,
): Promise<RegistryConnection | null> {
  const row = await db.registry.findFirst({ where: { uid }, select: CONNECTION_COLUMNS })
  return row && connectionWith(row, openCredentials(row.credentials, { tenantUid: db.$tenantUid, uid }, cipher))
}
