/** Colours to tell environments apart; the console has a shade for each. */
export const TENANT_COLOURS = ['blue', 'teal', 'green', 'yellow', 'orange', 'red', 'purple', 'gray'] as const

/** One of `TENANT_COLOURS`. */
export type TenantColour = (typeof TENANT_COLOURS)[number]
