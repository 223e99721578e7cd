/** Each connection of the pool keeps what is named until it ends. */
const MOST_NAMES = 150

/** Texts that were seen, so that filters that each come once take no name from what recurs. */
const MOST_SEEN = 1_000
const RECURS_AT = 3

/**
 * Names for the statements that recur: PostgreSQL parses and plans what has a name once a connection, which takes longer than
 * most of them run. No name (the empty one) means once.
 */
export function createStatementNames(): (statement: { sql: string }) => string {
  const names = new Map<string, string>()
  const seen = new Map<string, number>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    const times = (seen.get(sql) ?? 0) + 1
    if (seen.size >= MOST_SEEN) seen.clear()
    seen.set(sql, times)
    if (times < RECURS_AT || names.size >= MOST_NAMES) return ''
    const name = `waybill_${names.size}`
    names.set(sql, name)
    seen.delete(sql)
    return name
  }
}
