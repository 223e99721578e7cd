import type { InstalledLimits } from '@waybill/profile-format'

/**
 * Sent to the worker: values with the pack's schema and defaults, and the limits, since a worker starts with the
 * defaults.
 */
export interface ValuesToCheck {
  text: string
  schema: string
  defaults: string
  limits: InstalledLimits
}

/** A problem at one line, counted from 1. */
export interface ValuesProblem {
  line: number
  message: string
  isWarning: boolean
  /** Whether the pack's schema is violated, rather than YAML. */
  isOfSchema: boolean
}
