import { versionSortKey } from '@waybill/profile-format'

export function newestFirst(versions: readonly string[]): string[] {
  const keyed = versions.map((version) => ({ version, key: versionSortKey(version) }))
  return keyed.toSorted((one, other) => (one.key < other.key ? 1 : -1)).map(({ version }) => version)
}
