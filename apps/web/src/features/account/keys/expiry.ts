/** How long a new key is valid, in days; null: forever. */
export const EXPIRIES = [
  { name: '30 days', days: 30 },
  { name: '90 days', days: 90 },
  { name: '1 year', days: 365 },
  { name: 'Never expires', days: null },
] as const
export type Expiry = (typeof EXPIRIES)[number]['name']

export const USUAL_EXPIRY: Expiry = '90 days'

const DAY_MS = 86_400_000

/** When a key created now expires; empty: never. */
export function endOf(expiry: Expiry): string {
  const days = EXPIRIES.find(({ name }) => name === expiry)?.days ?? null
  return days === null ? '' : new Date(Date.now() + days * DAY_MS).toISOString()
}
