import { Prisma } from '../database/prisma.ts'
import { parseFilters, parseOrder } from './filter-grammar.ts'
import { allOf } from './text-filter.ts'

/** Which rows of a table, in which order. */
export interface ListQuestion {
  where: Prisma.Sql
  order: readonly Prisma.Sql[]
}

/** The query of a list in the API's own grammar. */
export interface ListQuery {
  filters?: string | undefined
  orderBy?: string | undefined
}

type Columns<Field extends string> = Readonly<Record<Field, Prisma.Sql>>

const fieldsOf = <Field extends string>(columns: Columns<Field>) => Object.keys(columns) as Field[]

/** Reads a query by the columns of the fields that it may name. @throws AppError BadRequest for what is not of the grammar. */
export function readQuestion<Filterable extends string, Sortable extends string>(
  { filters = '', orderBy = '' }: ListQuery,
  { filterable, sortable }: { filterable: Columns<Filterable>; sortable: Columns<Sortable> },
): ListQuestion {
  const groups = parseFilters(filters, fieldsOf(filterable)).map((terms) => {
    const conditions = terms.map(({ field, values }) => Prisma.sql`${filterable[field]} = ANY(${[...values]})`)
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

/** The sort of a body, by name where a term says no field. */
export type Sort<Field extends string> = readonly {
  field?: Field | null | undefined
  order?: 'asc' | 'desc' | null | undefined
}[]

export const sortedBy = <Field extends string>(sort: Sort<Field>, columns: Columns<Field | 'name'>): Prisma.Sql[] =>
  sort.map(({ field, order }) => ordered(columns[field ?? 'name'], order === 'desc'))
