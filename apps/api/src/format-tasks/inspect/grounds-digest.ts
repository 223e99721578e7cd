import { createHash } from 'node:crypto'

/** Changes when the rules that find secrets change, so that what older rules found is found again. */
export const INSPECTION_VERSION = '5:'

/** What a layer's pack says of its texts: its schema.yaml and the values that it ships; empty without a pack. */
export interface PackGrounds {
  schema: string
  defaults: string
}

/** Kept with a layer's inspections: they hold while what the pack says and the rules are the same. */
export const groundsDigestOf = ({ schema, defaults }: PackGrounds): string =>
  INSPECTION_VERSION + createHash('sha256').update(schema).update('\0').update(defaults).digest('hex')
