import type { LayerKind, PackType } from '@waybill/profile-format'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { OrderTerm } from '../../../platform/lists/filter-grammar.ts'
import type { Page } from '../../../platform/lists/paging.ts'
import type { TextFilter } from '../../../platform/lists/text-filter.ts'

export const SORT_FIELDS = ['name', 'displayName', 'type', 'layer', 'addOnType'] as const
export type PackSort = OrderTerm<(typeof SORT_FIELDS)[number]>

type Values = readonly string[] | null | undefined

/** v1PackFilterSpec; what is absent, null or empty does not filter. */
export interface PackFilter {
  name?: TextFilter | null | undefined
  displayName?: TextFilter | null | undefined
  /** In name or display name. */
  search?: string | null | undefined
  type?: Values
  layer?: Values
  environment?: Values
  addOnType?: Values
  addOnSubType?: Values
  registryUid?: Values
  source?: Values
  state?: Values
  isFips?: boolean | null | undefined
}

/** One pack name: described by its newest version, with the newest version in each registry that holds it. */
export interface FoundPack {
  /** Of the newest version. */
  uid: string
  name: string
  displayName: string
  layer: LayerKind
  type: PackType
  cloudTypes: string[]
  addonType: string
  addonSubType: string
  group: string
  registries: {
    uid: string
    name: string
    scope: string
    latestPackUid: string
    latestVersion: string
    versions: number
    annotations: Record<string, string>
    createdAt: Date
  }[]
}

export interface PackSearch {
  filter: PackFilter
  sort: readonly PackSort[]
  page: Page
}

/** How many add-on types the Terraform provider knows: it sends them all, and an empty one, to say any. */
const WHOLE_ADD_ON_LIST = 13

/**
 * Lists that clients send to say "any" filter nothing, and neither does `isFips: false`.
 *
 * @throws AppError NotSupported for `isFips`: no pack says whether it is.
 */
export function readFilter(filter: PackFilter | null | undefined): PackFilter {
  const given = filter ?? {}
  if (given.isFips) throw new AppError('NotSupported', { params: { field: 'filter.isFips' } })
  const isAnyAddOn = given.addOnType?.includes('') && given.addOnType.length >= WHOLE_ADD_ON_LIST
  return {
    ...given,
    environment: given.environment?.includes('all') ? null : given.environment,
    addOnType: isAnyAddOn ? null : given.addOnType,
  }
}
