import type { InstalledLimits } from '@waybill/profile-format'

/** To the check: values with the schema and defaults of their pack; a thread starts with default limits. */
export interface ValuesToCheck {
  text: string
  schema: string
  defaults: string
  limits: InstalledLimits
}

/** What is wrong at one line, from 1. */
export interface ValuesProblem {
  line: number
  message: string
  isWarning: boolean
  /** Whether the schema of the pack is broken, not YAML. */
  isOfSchema: boolean
}
