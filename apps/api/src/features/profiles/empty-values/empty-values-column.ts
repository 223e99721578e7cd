import type { EmptyValue } from '@waybill/profile-format'
import type { Cipher } from '../../../platform/keys/cipher.ts'

interface Place {
  tenantUid: string
  /** Of the profile. */
  uid: string
}

const at = ({ tenantUid, uid }: Place) => ({ tenantUid, table: 'profiles', row: uid, column: 'empty_values' }) as const

/** What a profile lacks as its row keeps it: encrypted, for a gap is told by the text around it. */
export const sealEmptyValues = (cipher: Cipher, place: Place, values: readonly EmptyValue[]) => ({
  emptyCount: values.length,
  emptyValues: values.length === 0 ? null : cipher.encrypt(JSON.stringify(values), at(place)),
})

/** Decrypts what this application alone wrote. */
export const openEmptyValues = (cipher: Cipher, place: Place, bytes: Uint8Array | null): EmptyValue[] =>
  bytes === null ? [] : (JSON.parse(cipher.decrypt(bytes, at(place))) as EmptyValue[])
