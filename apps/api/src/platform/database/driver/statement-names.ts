/** Each connection keeps its named statements until it ends. */
const MOST_NAMES = 150

/** SQL texts to remember, so that one-off filters do not use up the names of recurring statements. */
const MOST_SEEN = 1_000
const RECURS_AT = 3

/**
 * Names recurring statements: PostgreSQL parses and plans a named statement once per connection, which takes longer
 * than running most of them. The empty name means that the statement is not prepared.
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
