import { Prisma } from '../database/prisma.ts'
import { parseFilters, parseOrder } from './filter-grammar.ts'
import { allOf, oneOf } from './text-filter.ts'

/** Which rows of a table, in which order. */
export interface ListQuestion {
  where: Prisma.Sql
  order: readonly Prisma.Sql[]
}

/** A list's query in the API's own grammar. */
export interface ListQuery {
  filters?: string | undefined
  orderBy?: string | undefined
}

type Columns<Field extends string> = Readonly<Record<Field, Prisma.Sql>>

/** Per field, the column that has one of the values, or a function that builds another condition. */
type Conditions<Field extends string> = Readonly<
  Record<Field, Prisma.Sql | ((values: readonly string[]) => Prisma.Sql)>
>

/** Object.keys loses the type. */
export const fieldsOf = <Field extends string>(columns: Readonly<Record<Field, unknown>>) =>
  Object.keys(columns) as Field[]

/**
 * Parses a query into SQL, by the columns of its allowed fields. @throws AppError BadRequest for a syntax error or
 * unknown field
 */
export function readQuestion<Filterable extends string, Sortable extends string>(
  { filters = '', orderBy = '' }: ListQuery,
  { filterable, sortable }: { filterable: Conditions<Filterable>; sortable: Columns<Sortable> },
): ListQuestion {
  const groups = parseFilters(filters, fieldsOf(filterable)).map((terms) => {
    const conditions = terms.flatMap(({ field, values }) => {
      const condition = filterable[field]
      return typeof condition === 'function' ? [condition(values)] : oneOf(condition, values)
    })
    return Prisma.sql`(${allOf(conditions)})`
  })
  const order = parseOrder(orderBy, fieldsOf(sortable))
  return {
    where: groups.length === 0 ? Prisma.sql`TRUE` : Prisma.sql`(${Prisma.join(groups, ' OR ')})`,
    order: order.map(({ field, isDescending }) => ordered(sortable[field], isDescending)),
  }
}

export const ordered = (column: Prisma.Sql, isDescending: boolean): Prisma.Sql =>
  isDescending ? Prisma.sql`${column} DESC` : column

/** The `sort` of a body; terms without a field sort by name. */
export type Sort<Field extends string> = readonly {
  field?: Field | null | undefined
  order?: 'asc' | 'desc' | null | undefined
}[]

export const sortedBy = <Field extends string>(sort: Sort<Field>, columns: Columns<Field | 'name'>): Prisma.Sql[] =>
  sort.map(({ field, order }) => ordered(columns[field ?? 'name'], order === 'desc'))
