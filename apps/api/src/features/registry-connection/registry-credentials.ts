import { z } from 'zod'
import type { Cipher, CipherPlace } from '../../platform/keys/cipher.ts'

const text = z.string().default('')

/** A registry's credentials, stored encrypted. Fields are empty if not used. */
const credentialsSchema = z.object({
  username: text,
  password: text,
  token: text,
  tlsEnabled: z.boolean().default(false),
  ca: text,
  certificate: text,
  key: text,
  insecureSkipVerify: z.boolean().default(false),
  /** For ecr. */
  accessKey: text,
  secretKey: text,
})
export type RegistryCredentials = z.infer<typeof credentialsSchema>

/** The fields that are never sent in clear. */
export const SECRET_FIELDS = ['password', 'token', 'key', 'secretKey'] as const satisfies (keyof RegistryCredentials)[]

export const NO_CREDENTIALS: RegistryCredentials = credentialsSchema.parse({})

/** The row that credentials are stored in. */
interface CredentialsRow {
  tenantUid: string
  uid: string
}

const placeOf = ({ tenantUid, uid }: CredentialsRow): CipherPlace => ({
  tenantUid,
  table: 'registries',
  row: uid,
  column: 'credentials',
})

/** @returns null if there are no credentials to store */
export function sealCredentials(
  credentials: RegistryCredentials,
  row: CredentialsRow,
  cipher: Pick<Cipher, 'encrypt'>,
) {
  const isEmpty = Object.values(credentials).every((value) => value === '' || value === false)
  return isEmpty ? null : new Uint8Array(cipher.encrypt(JSON.stringify(credentials), placeOf(row)))
}

export function openCredentials(
  sealed: Uint8Array | null,
  row: CredentialsRow,
  cipher: Pick<Cipher, 'decrypt'>,
): RegistryCredentials {
  return sealed ? credentialsSchema.parse(JSON.parse(cipher.decrypt(sealed, placeOf(row)))) : NO_CREDENTIALS
}
