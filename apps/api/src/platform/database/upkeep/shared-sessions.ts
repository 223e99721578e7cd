/**
 * Whether an address leads to a pooler that lends a PostgreSQL session for one transaction at a time, by a parameter
 * that other clients know too. Nothing outlives a transaction there: no setting, no prepared statement, no session
 * lock, no LISTEN.
 */
export const sharesSessions = (databaseUrl: string): boolean =>
  URL.canParse(databaseUrl) && new URL(databaseUrl).searchParams.get('pgbouncer') === 'true'
