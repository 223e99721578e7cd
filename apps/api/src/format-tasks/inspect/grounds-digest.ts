import { createHash } from 'node:crypto'

/** Change it with the rules that find secrets, so that stored inspections are made again. */
export const INSPECTION_VERSION = '5:'

/** What a layer's pack declares about its texts: its schema.yaml and its default values; empty without a pack. */
export interface PackGrounds {
  schema: string
  defaults: string
}

/** Stored with a layer's inspections, which are valid as long as the pack's declarations and the rules are the same. */
export const groundsDigestOf = ({ schema, defaults }: PackGrounds): string =>
  INSPECTION_VERSION + createHash('sha256').update(schema).update('\0').update(defaults).digest('hex')
