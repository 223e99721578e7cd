import type { LayerKind, PackType } from '@waybill/profile-format'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { OrderTerm } from '../../../platform/lists/filter-grammar.ts'
import type { Page } from '../../../platform/lists/paging.ts'
import type { TextFilter } from '../../../platform/lists/text-filter.ts'

export const SORT_FIELDS = ['name', 'displayName', 'type', 'layer', 'addOnType'] as const
export type PackSort = OrderTerm<(typeof SORT_FIELDS)[number]>

type Values = readonly string[] | null | undefined

/** v1PackFilterSpec; absent, null or empty members do not filter. */
export interface PackFilter {
  name?: TextFilter | null | undefined
  displayName?: TextFilter | null | undefined
  /** Searched in name and display name. */
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

/** One pack name: described by its newest version, with the newest version in each registry that has it. */
export interface FoundPack {
  /** Uid of the newest version. */
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

/** The number of add-on types that the Terraform provider knows: it sends them all, and an empty one, to mean any. */
const WHOLE_ADD_ON_LIST = 13

/**
 * Lists that clients send to mean "any" do not filter, and neither does `isFips: false`.
 * @throws AppError NotSupported for `isFips`: packs do not say whether they are FIPS compliant
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
