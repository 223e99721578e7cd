import { parseFilters, parseOrder, type FilterTerm } from '../../platform/lists/filter-grammar.ts'
import type { Role } from '../../platform/access/roles/roles.ts'

const FIELDS = ['metadata.name', 'metadata.uid', 'spec.scope', 'spec.type'] as const
type Field = (typeof FIELDS)[number]

const valueOf = (role: Role, field: Field): string => {
  switch (field) {
    case 'metadata.name':
      return role.name
    case 'metadata.uid':
      return role.uid
    case 'spec.scope':
      return role.scope
    case 'spec.type':
      return role.isBuiltIn ? 'system' : 'user'
  }
}

/**
 * The roles that a list's query asks for, by name unless it gives an order.
 * @throws AppError BadRequest for a syntax error or unknown field
 */
export function pickRoles<Each extends Role>(
  roles: readonly Each[],
  { filters = '', orderBy = '' }: { filters?: string | undefined; orderBy?: string | undefined },
): Each[] {
  const groups = parseFilters(filters, FIELDS)
  const order = [...parseOrder(orderBy, FIELDS), { field: 'metadata.name' as const, isDescending: false }]
  const holds = (role: Role, { field, values }: FilterTerm<Field>) => values.includes(valueOf(role, field))
  return roles
    .filter((role) => groups.length === 0 || groups.some((terms) => terms.every((term) => holds(role, term))))
    .toSorted((left, right) => {
      for (const { field, isDescending } of order) {
        const compared = valueOf(left, field).localeCompare(valueOf(right, field), 'en')
        if (compared !== 0) return isDescending ? -compared : compared
      }
      return 0
    })
}
