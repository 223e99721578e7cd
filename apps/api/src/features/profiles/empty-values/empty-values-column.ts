import type { EmptyValue } from '@waybill/profile-format'
import type { Cipher } from '../../../platform/keys/cipher.ts'

interface Place {
  tenantUid: string
  /** The profile's uid. */
  uid: string
}

const at = ({ tenantUid, uid }: Place) => ({ tenantUid, table: 'profiles', row: uid, column: 'empty_values' }) as const

/** A profile's empty values as stored: encrypted, because each contains the text around the gap. */
export const sealEmptyValues = (cipher: Cipher, place: Place, values: readonly EmptyValue[]) => ({
  emptyCount: values.length,
  emptyValues: values.length === 0 ? null : cipher.encrypt(JSON.stringify(values), at(place)),
})

/** Only this application writes the column, so its content needs no validation. */
export const openEmptyValues = (cipher: Cipher, place: Place, bytes: Uint8Array | null): EmptyValue[] =>
  bytes === null ? [] : (JSON.parse(cipher.decrypt(bytes, at(place))) as EmptyValue[])
