import { fieldsOf } from '../../../platform/lists/list-question.ts'
import { parseFilters, parseOrder, type FilterTerm } from '../../../platform/lists/filter-grammar.ts'
import type { Prisma } from '../../../platform/database/prisma.ts'

const COLUMNS = {
  'metadata.name': 'name',
  'metadata.uid': 'uid',
  'metadata.creationTimestamp': 'createdAt',
  'metadata.lastModifiedTimestamp': 'modifiedAt',
  'spec.name': 'name',
  'spec.endpoint': 'endpoint',
  'spec.scope': 'scope',
} as const

type Field = keyof typeof COLUMNS
const FIELDS = fieldsOf(COLUMNS)

const isTime = (field: Field) => field === 'metadata.creationTimestamp' || field === 'metadata.lastModifiedTimestamp'
const FILTERABLE = FIELDS.filter((field) => !isTime(field))

/** The query of a list of registries; `filters` and `orderBy` use the grammar of `filter-grammar.ts`. */
export interface RegistryFilter {
  kind: string
  scope?: string | undefined
  filters?: string | undefined
  orderBy?: string | undefined
}

/** @throws AppError BadRequest for a syntax error or unknown field */
export function registryWhere({ kind, scope, filters = '', orderBy = '' }: RegistryFilter) {
  const groups = parseFilters(filters, FILTERABLE)
  const where: Prisma.RegistryWhereInput = {
    kind,
    ...(scope && scope !== 'all' && { scope }),
    ...(groups.length > 0 && { OR: groups.map((terms) => ({ AND: terms.map(toWhere) })) }),
  }
  const order = parseOrder(orderBy, FIELDS).map(({ field, isDescending }) => ({
    [COLUMNS[field]]: isDescending ? ('desc' as const) : ('asc' as const),
  }))
  return { where, orderBy: [...order, { name: 'asc' as const }, { uid: 'asc' as const }] }
}

const toWhere = ({ field, values }: FilterTerm<Field>): Prisma.RegistryWhereInput => ({
  [COLUMNS[field]]: { in: [...values] },
})
