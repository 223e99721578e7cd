import {
  parseFilters,
  parseOrder,
  type Filter,
  type FilterTerm,
  type OrderTerm,
} from '../../../platform/lists/filter-grammar.ts'
import { fieldsOf, type ListQuery } from '../../../platform/lists/list-question.ts'
import type { Page } from '../../../platform/lists/paging.ts'
import type { Prisma } from '../../../platform/database/prisma.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { PACK_COLUMNS } from '../read/stored-pack.ts'

const TEXT_FIELD = {
  'metadata.name': 'name',
  'metadata.uid': 'uid',
  'spec.name': 'name',
  'spec.version': 'version',
  'spec.layer': 'layer',
  'spec.type': 'type',
  'spec.registryUid': 'registryUid',
} as const satisfies Record<string, keyof Prisma.PackVersionWhereInput>

const ORDER_COLUMN = {
  'metadata.name': 'name',
  'metadata.uid': 'uid',
  'metadata.creationTimestamp': 'createdAt',
  'metadata.lastModifiedTimestamp': 'modifiedAt',
  'spec.name': 'name',
  'spec.displayName': 'displayName',
  'spec.version': 'versionKey',
  'spec.layer': 'layer',
  'spec.type': 'type',
  'spec.registryUid': 'registryUid',
} as const satisfies Record<string, keyof Prisma.PackVersionOrderByWithRelationInput>

const CLOUD_FIELDS = ['spec.cloudType', 'spec.cloudTypes'] as const

type PackFilterField = keyof typeof TEXT_FIELD | (typeof CLOUD_FIELDS)[number]
type PackOrderField = keyof typeof ORDER_COLUMN

const FILTER_FIELDS = [...fieldsOf(TEXT_FIELD), ...CLOUD_FIELDS]
const ORDER_FIELDS = fieldsOf(ORDER_COLUMN)

/** By name, newest first, if the caller gives no order, and to break ties. */
const USUAL_ORDER = [{ name: 'asc' }, { versionKey: 'desc' }, { uid: 'asc' }] as const

interface PackListQuery {
  filter: Filter<PackFilterField>
  order: readonly OrderTerm<PackOrderField>[]
  page: Page
}

/** @throws AppError BadRequest for syntax errors or unknown fields in filters or order */
export const readPackList = ({ filters = '', orderBy = '' }: ListQuery, page: Page): PackListQuery => ({
  filter: parseFilters(filters, FILTER_FIELDS),
  order: parseOrder(orderBy, ORDER_FIELDS),
  page,
})

export const listPacks = (db: TenantClient, { filter, order, page }: PackListQuery) =>
  db.packVersion.findMany({
    where: whereOf(filter),
    orderBy: [...order.map(toOrderBy), ...USUAL_ORDER],
    select: PACK_COLUMNS,
    skip: page.offset,
    take: page.limit,
  })

export const countPacks = (db: TenantClient, { filter }: PackListQuery) =>
  db.packVersion.count({ where: whereOf(filter) })

const toOrderBy = ({ field, isDescending }: OrderTerm<PackOrderField>) => ({
  [ORDER_COLUMN[field]]: isDescending ? ('desc' as const) : ('asc' as const),
})

function whereOf(filter: Filter<PackFilterField>): Prisma.PackVersionWhereInput {
  if (filter.length === 0) return { removedAt: null }
  return { removedAt: null, OR: filter.map((terms) => ({ AND: terms.map(conditionOf) })) }
}

/** `spec.cloudTypes_in_aws,all` names both itself: `aws` alone does not match packs for all clouds. */
function conditionOf({ field, values }: FilterTerm<PackFilterField>): Prisma.PackVersionWhereInput {
  if (field === 'spec.cloudType' || field === 'spec.cloudTypes') return { cloudTypes: { hasSome: [...values] } }
  return { [TEXT_FIELD[field]]: { in: [...values] } }
}
