import { AppError } from '../../../platform/errors/app-error.ts'
import type { StoredPack } from './stored-pack.ts'

export interface VersionFilter {
  cloudType?: string | undefined
  layer?: string | undefined
  states?: string | undefined
}

/** The floating tags that match a version, most specific first: `1.33.6` matches `1.33.x` and `1.x`. */
export function floatingTags(version: string): string[] {
  const numbers = /^v?\d+(?:\.\d+)*/.exec(version)?.[0].split('.') ?? []
  return numbers
    .map((_, index) => `${numbers.slice(0, index).join('.')}.x`)
    .slice(1)
    .toReversed()
}

/** The versions that a client may choose from; versions that their pack declares disabled only on request. */
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

/** The state that a pack declares for its version: deprecated, disabled, or none. */
function stateOf({ annotations }: Pick<StoredPack, 'annotations'>): string {
  const { system_state: state = '', disabled } = readAnnotations(annotations)
  return state || (disabled === 'true' ? 'disabled' : '')
}

/** We have written this JSON ourselves, from a string map. */
export const readAnnotations = (annotations: string) => JSON.parse(annotations) as Record<string, string>

/** As many packs from the start as fit within a total size of texts. */
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
