import type { CipherPlace } from './cipher.ts'

export interface SealedColumn {
  table: CipherPlace['table']
  column: string
}

/**
 * Keyed by table, so that a forgotten one does not compile. Idempotency keys are left out: their answers are deleted
 * within a day.
 */
const COLUMNS: Readonly<Record<Exclude<CipherPlace['table'], 'idempotency_keys'>, readonly string[]>> = {
  profiles: ['empty_values'],
  layers: ['values', 'inspection'],
  manifests: ['content', 'inspection'],
  variables: ['definition'],
  macros: ['value'],
  registries: ['credentials'],
  sso_settings: ['client_secret'],
}

/** Every column that holds ciphertexts permanently. */
export const SEALED_COLUMNS: readonly SealedColumn[] = Object.entries(COLUMNS).flatMap(([table, columns]) =>
  columns.map((column) => ({ table: table as keyof typeof COLUMNS, column })),
)
