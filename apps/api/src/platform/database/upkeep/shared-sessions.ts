/**
 * Whether an address leads to a pooler that lends a session of PostgreSQL for one transaction at a time, by the parameter that other
 * clients know too. Nothing lasts longer there: no setting, no prepared statement, no lock of a session, no LISTEN.
 */
export const sharesSessions = (databaseUrl: string): boolean =>
  URL.canParse(databaseUrl) && new URL(databaseUrl).searchParams.get('pgbouncer') === 'true'
