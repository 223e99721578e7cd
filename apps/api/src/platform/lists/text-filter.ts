import { Prisma } from '../database/prisma.ts'

/** The API's FilterString: absent or null does not filter. */
export interface TextFilter {
  eq?: string | null | undefined
  ne?: string | null | undefined
  contains?: string | null | undefined
  beginsWith?: string | null | undefined
  ignoreCase?: boolean | null | undefined
}

/** The text in lower case. In a sub-select, so that it is evaluated once and not per row. */
export const folded = (text: string): Prisma.Sql => Prisma.sql`(SELECT lower(${text}))`

/** SQL conditions on one text column, case-insensitive unless the filter says otherwise. */
export function textConditions(column: Prisma.Sql, filter: TextFilter | null | undefined): Prisma.Sql[] {
  if (!filter) return []
  const isFolded = filter.ignoreCase ?? true
  const left = isFolded ? Prisma.sql`lower(${column})` : column
  const right = (text: string) => (isFolded ? folded(text) : Prisma.sql`${text}`)
  const conditions: Prisma.Sql[] = []
  if (filter.eq) conditions.push(Prisma.sql`${left} = ${right(filter.eq)}`)
  if (filter.ne) conditions.push(Prisma.sql`${left} <> ${right(filter.ne)}`)
  if (filter.contains) conditions.push(Prisma.sql`strpos(${left}, ${right(filter.contains)}) > 0`)
  if (filter.beginsWith) conditions.push(Prisma.sql`starts_with(${left}, ${right(filter.beginsWith)})`)
  return conditions
}

/**
 * The condition that a column has one of the values; none for an absent, null or empty list, which does not filter. A
 * single value is compared directly: only then does an index return rows in the order needed.
 */
export function oneOf(column: Prisma.Sql, values: readonly string[] | null | undefined): Prisma.Sql[] {
  if (!values || values.length === 0) return []
  return [values.length === 1 ? Prisma.sql`(${column}) = ${values[0]}` : Prisma.sql`(${column}) = ANY(${[...values]})`]
}

/** `a AND b AND …`; true if empty. */
export const allOf = (conditions: readonly Prisma.Sql[]): Prisma.Sql =>
  conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join([...conditions], ' AND ')
