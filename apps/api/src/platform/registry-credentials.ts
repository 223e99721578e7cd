import { z } from 'zod'
import type { Cipher } from './keys/cipher.ts'
import type { RegistryConnection } from './registry-connection.ts'

const text = z.string().default('')

/** What is kept encrypted of how a registry lets us in. Empty where there is none. */
const credentialsSchema = z.object({
  username: text,
  password: text,
  token: text,
  tlsEnabled: z.boolean().default(false),
  ca: text,
  certificate: text,
  key: text,
  insecureSkipVerify: z.boolean().default(false),
  /** Of ecr. */
  accessKey: text,
  secretKey: text,
})
export type RegistryCredentials = z.infer<typeof credentialsSchema>

/** Those of them that no answer shows. */
export const SECRET_FIELDS = ['password', 'token', 'key', 'secretKey'] as const satisfies (keyof RegistryCredentials)[]

export const NO_CREDENTIALS: RegistryCredentials = credentialsSchema.parse({})

/** @returns null when there is nothing to keep. */
export function sealCredentials(credentials: RegistryCredentials, cipher: Pick<Cipher, 'encrypt'>) {
  const isEmpty = Object.values(credentials).every((value) => value === '' || value === false)
  return isEmpty ? null : new Uint8Array(cipher.encrypt(JSON.stringify(credentials)))
}

export function openCredentials(sealed: Uint8Array | null, cipher: Pick<Cipher, 'decrypt'>): RegistryCredentials {
  return sealed ? credentialsSchema.parse(JSON.parse(cipher.decrypt(sealed))) : NO_CREDENTIALS
}

/** Columns of a registry that a connection is made of, for a repository's `select`. */
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

export interface ConnectionRow {
  kind: string
  providerType: string
  ociType: string
  endpoint: string
  basePath: string
  baseContentPath: string
  defaultRegion: string
  authType: string
  credentials: Uint8Array | null
}

/** Opens a registry's row for one use: the answer holds its secrets in clear. */
export function connectionOf(row: ConnectionRow, cipher: Pick<Cipher, 'decrypt'>): RegistryConnection {
  return connectionWith(row, openCredentials(row.credentials, cipher))
}

/** As `connectionOf`, with credentials that are not stored (yet). */
export function connectionWith(
  row: Omit<ConnectionRow, 'credentials'>,
  credentials: RegistryCredentials,
): RegistryConnection {
  const { username, password, token, ca, certificate, key, accessKey, secretKey } = credentials
  return {
    kind: row.kind,
    providerType: row.providerType,
    ociType: row.ociType,
    endpoint: addressOf(row),
    basePath: row.basePath,
    baseContentPath: row.baseContentPath,
    auth: { type: authTypeOf(row), username, password, token },
    tls: credentials.tlsEnabled
      ? { ca, certificate, key, insecureSkipVerify: credentials.insecureSkipVerify }
      : { ca: '', certificate: '', key: '', insecureSkipVerify: false },
    aws: row.ociType === 'ecr' && accessKey ? { region: row.defaultRegion, accessKey, secretKey } : undefined,
  }
}

function authTypeOf({ authType, ociType }: Pick<ConnectionRow, 'authType' | 'ociType'>) {
  return ociType !== 'ecr' && (authType === 'basic' || authType === 'token') ? authType : 'noAuth'
}

const BARE_HOST = /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d{1,5})?(\/\S*)?$/

/** Clients write OCI registries without a scheme, as container tools do: they are asked over https. */
export function addressOf({ kind, endpoint }: { kind: string; endpoint: string }): string {
  return kind === 'oci' && BARE_HOST.test(endpoint) ? `https://${endpoint}` : endpoint
}
