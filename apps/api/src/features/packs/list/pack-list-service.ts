import { parseFilters, parseOrder, type Filter, type OrderTerm } from '../../../platform/lists/filter-grammar.ts'
import type { Page } from '../../../platform/lists/paging.ts'

const FILTER_FIELDS = [
  'metadata.name',
  'metadata.uid',
  'spec.name',
  'spec.version',
  'spec.layer',
  'spec.type',
  'spec.cloudType',
  'spec.cloudTypes',
  'spec.registryUid',
] as const
const ORDER_FIELDS = [
  'metadata.name',
  'metadata.uid',
  'metadata.creationTimestamp',
  'metadata.lastModifiedTimestamp',
  'spec.name',
  'spec.displayName',
  'spec.version',
  'spec.layer',
  'spec.type',
  'spec.registryUid',
] as const
export type PackFilterField = (typeof FILTER_FIELDS)[number]
export type PackOrderField = (typeof ORDER_FIELDS)[number]

export interface PackListQuery {
  filter: Filter<PackFilterField>
  order: readonly OrderTerm<PackOrderField>[]
  page: Page
}

/** @throws AppError BadRequest for syntax errors or unknown fields in filters or order */
export const readPackList = (query: { filters?: string | undefined; orderBy?: string | undefined }, page: Page) => ({
  filter: parseFilters(query.filters ?? '', FILTER_FIELDS),
  order: parseOrder(query.orderBy ?? '', ORDER_FIELDS),
  page,
})

/** Which fields of an item are wanted: `spec.version`, or `spec` for all of its fields. */
export interface Projection {
  has: (part: 'metadata' | 'spec', field: string) => boolean
  /** Whether any long text is wanted. */
  hasTexts: boolean
}

const TEXT_FIELDS = ['values', 'schema', 'presets']

/** All fields if none are named; unknown names are ignored. */
export function readFields(fields: string | undefined): Projection {
  const wanted = new Set((fields ?? '').split(',').map((field) => field.trim()))
  wanted.delete('')
  const has = (part: string, field: string) => wanted.size === 0 || wanted.has(part) || wanted.has(`${part}.${field}`)
  return { has, hasTexts: TEXT_FIELDS.some((field) => has('spec', field)) }
}

/** Removes unwanted fields from one part of an item. */
export const project = <Part extends object, Kept extends keyof Part>(
  part: Part,
  keeps: (field: string) => boolean,
  always: readonly Kept[] = [],
) => {
  const entries = Object.entries(part).filter(([field]) => keeps(field) || always.some((key) => key === field))
  // Object.entries loses the type; fields were only removed.
  return Object.fromEntries(entries) as Partial<Part> & Pick<Part, Kept>
}
