import { createHash } from 'node:crypto'

/** Changes when the rules that find secrets change, so that what older rules found is found again. */
export const INSPECTION_VERSION = '2:'

/** Kept with a layer's inspections: they hold while the pack's schema.yaml and the rules are the same. */
export const schemaDigestOf = (schema: string): string =>
  INSPECTION_VERSION + createHash('sha256').update(schema).digest('hex')
