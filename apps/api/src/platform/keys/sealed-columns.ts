import type { CipherPlace } from './cipher.ts'

export interface SealedColumn {
  table: CipherPlace['table']
  column: string
}

/** By table, so that one that is forgotten does not compile. Answers under idempotency keys are missing: they are gone within a day. */
const COLUMNS: Readonly<Record<Exclude<CipherPlace['table'], 'idempotency_keys'>, readonly string[]>> = {
  profiles: ['empty_values'],
  layers: ['values', 'inspection'],
  manifests: ['content', 'inspection'],
  variables: ['definition'],
  macros: ['value'],
  registries: ['credentials'],
  sso_settings: ['client_secret'],
}

/** Every column that holds ciphertexts for good. */
export const SEALED_COLUMNS: readonly SealedColumn[] = Object.entries(COLUMNS).flatMap(([table, columns]) =>
  columns.map((column) => ({ table: table as keyof typeof COLUMNS, column })),
)
