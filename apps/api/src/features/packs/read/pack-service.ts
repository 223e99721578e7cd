import { packNameOf } from '@waybill/profile-format'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { StoredPack } from './stored-pack.ts'

export interface VersionFilter {
  cloudType?: string | undefined
  layer?: string | undefined
  states?: string | undefined
}

/** The floating tags that stand for a version, the nearest first: `1.33.6` is one of `1.33.x` and `1.x`. */
export function floatingTags(version: string): string[] {
  const numbers = /^v?\d+(?:\.\d+)*/.exec(version)?.[0].split('.') ?? []
  return numbers
    .map((_, index) => `${numbers.slice(0, index).join('.')}.x`)
    .slice(1)
    .toReversed()
}

/** A layer's name carries its display name before the pack's own: `blue--nginx` is the pack nginx. */
export const packNamesOf = (name: string): string[] => [...new Set([name, packNameOf(name)])]

/** The versions that a client may choose from; those that their pack calls disabled only when they are asked for. */
export function chooseVersions<Version extends Pick<StoredPack, 'cloudTypes' | 'layer' | 'annotations'>>(
  versions: readonly Version[],
  { cloudType = '', layer = '', states = '' }: VersionFilter,
): Version[] {
  const wanted = states.split(',').map((state) => state.trim())
  return versions.filter((version) => {
    const state = stateOf(version)
    const hasState = states === '' ? state !== 'disabled' : wanted.includes(state)
    const fitsCloud =
      cloudType === '' ||
      cloudType === 'all' ||
      version.cloudTypes.includes('all') ||
      version.cloudTypes.includes(cloudType)
    return hasState && fitsCloud && (layer === '' || version.layer === layer)
  })
}

/** What its pack says of a version: deprecated, disabled, or nothing. */
function stateOf({ annotations }: Pick<StoredPack, 'annotations'>): string {
  const { system_state: state = '', disabled } = readAnnotations(annotations)
  return state || (disabled === 'true' ? 'disabled' : '')
}

/** Written by ourselves as the JSON of a string map. */
export const readAnnotations = (annotations: string) => JSON.parse(annotations) as Record<string, string>

/** The longest run of packs from the start whose texts stay within a size. */
export function withinSize<Pack extends { values: string; readme: string }>(
  packs: readonly Pack[],
  characters: number,
) {
  let left = characters
  return packs.filter(({ values, readme }) => (left -= values.length + readme.length) >= 0)
}

/** @throws AppError ResourceNotFound */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new AppError('ResourceNotFound')
  return value
}
