import type { FilterTerm } from '../../../platform/lists/filter-grammar.ts'
import type { Prisma } from '../../../platform/database/prisma.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import type { PackFilterField, PackListQuery, PackOrderField } from './pack-list-service.ts'
import { PACK_COLUMNS } from '../read/stored-pack.ts'

const TEXT_FIELD = {
  'metadata.name': 'name',
  'metadata.uid': 'uid',
  'spec.name': 'name',
  'spec.version': 'version',
  'spec.layer': 'layer',
  'spec.type': 'type',
  'spec.registryUid': 'registryUid',
} as const satisfies Partial<Record<PackFilterField, keyof Prisma.PackVersionWhereInput>>

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
} as const satisfies Record<PackOrderField, keyof Prisma.PackVersionOrderByWithRelationInput>

/** By name, newest first, if the caller gives no order, and to break ties. */
const USUAL_ORDER = [{ name: 'asc' }, { versionKey: 'desc' }, { uid: 'asc' }] as const

export function createPackListRepository(db: TenantClient) {
  return {
    listPacks: ({ filter, order, page }: PackListQuery) =>
      db.packVersion.findMany({
        where: whereOf(filter),
        orderBy: [...order.map(({ field, isDescending }) => orderBy(field, isDescending)), ...USUAL_ORDER],
        select: PACK_COLUMNS,
        skip: page.offset,
        take: page.limit,
      }),
    countPacks: (filter: PackListQuery['filter']) => db.packVersion.count({ where: whereOf(filter) }),
  }
}

const orderBy = (field: PackOrderField, isDescending: boolean) => ({
  [ORDER_COLUMN[field]]: isDescending ? ('desc' as const) : ('asc' as const),
})

function whereOf(filter: PackListQuery['filter']): Prisma.PackVersionWhereInput {
  if (filter.length === 0) return { removedAt: null }
  return { removedAt: null, OR: filter.map((terms) => ({ AND: terms.map(conditionOf) })) }
}

/** `spec.cloudTypes_in_aws,all` names both itself: `aws` alone does not match packs for all clouds. */
function conditionOf({ field, values }: FilterTerm<PackFilterField>): Prisma.PackVersionWhereInput {
  if (field === 'spec.cloudType' || field === 'spec.cloudTypes') return { cloudTypes: { hasSome: [...values] } }
  return { [TEXT_FIELD[field]]: { in: [...values] } }
}
