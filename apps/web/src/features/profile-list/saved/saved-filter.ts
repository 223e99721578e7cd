import type { TagFilterInput } from '@waybill/api-contract'
import { type ListQuery, profileList } from '../filters/list-query.ts'

/** Where a saved filter keeps everything but tags: its conditions, which all clients understand, can only hold tags. */
const ANNOTATION = 'waybill.profile-list'

interface Saved {
  metadata: { annotations: Readonly<Record<string, string>> }
  spec: {
    filterGroup: {
      conjunction: string
      filters: readonly { key: string; negation: boolean; values: readonly string[] }[]
    }
  }
}

/** The list's filters as a saved filter: its tags as conditions, any of which must match. */
export function toSavedFilter(name: string, query: ListQuery): TagFilterInput {
  const rest = profileList.write({ ...query, tag: [], page: 1, perPage: 20 }).toString()
  return {
    metadata: { name, annotations: rest === '' ? {} : { [ANNOTATION]: rest } },
    spec: { filterGroup: { conjunction: 'or', filters: query.tag.map(toCondition) } },
  }
}

function toCondition(tag: string) {
  const at = tag.indexOf(':')
  return at < 0
    ? { key: tag, negation: false, operator: 'eq' as const, values: [] }
    : { key: tag.slice(0, at), negation: false, operator: 'eq' as const, values: [tag.slice(at + 1)] }
}

/** The list's query for a saved filter; undefined if this list cannot express its conditions. */
export function fromSavedFilter({ metadata, spec: { filterGroup } }: Saved): ListQuery | undefined {
  const { conjunction, filters } = filterGroup
  if (filters.some(({ negation }) => negation) || (conjunction === 'and' && filters.length > 1)) return undefined
  const query = profileList.read(new URLSearchParams(metadata.annotations[ANNOTATION] ?? ''))
  const tag = filters.flatMap(({ key, values }) =>
    values.length === 0 ? [key] : values.map((value) => `${key}:${value}`),
  )
  return { ...query, tag }
}
