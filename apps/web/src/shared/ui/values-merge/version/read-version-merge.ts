import { api, type ApiError, type Connection } from '@waybill/api-client'
import type { ConsolePackBody } from '@waybill/api-contract'
import { positionAt } from '@waybill/layer-text'
import { nearestVersions } from '@waybill/profile-format'
import { mergeValues, type MergeInput } from '@waybill/values-merge'
import type { MergedValues } from '../decided-merge.ts'

/** A layer that changes to a version here, with its current values. */
export interface MovedLayer {
  /** The version that it had; a file may name one that is not here. */
  fromVersion: string
  /** The uid of the same version here, if known. */
  fromUid?: string
  packUid: string
  values: string
}

export type VersionMerge =
  | { state: 'failed'; error: ApiError }
  | { state: 'unreadable'; registryName: string }
  /** `from` is the version whose defaults are used as the base; null if there is none here. */
  | { state: 'merged'; from: string | null; merge: MergedValues }

/** Merges the layer's values into the defaults of the new version, based on the defaults of its old version. */
export async function readVersionMerge(
  connection: Connection,
  { fromVersion, fromUid, packUid, values }: MovedLayer,
  signal: AbortSignal,
): Promise<VersionMerge> {
  const to = await api.consolePacks.get(connection, { params: { uid: packUid }, signal })
  if (!to.ok) return { state: 'failed', error: to.error }
  const was = fromUid ?? oldVersion(to.value, fromVersion)
  const from =
    was === undefined
      ? null
      : was === packUid
        ? to
        : await api.consolePacks.get(connection, { params: { uid: was }, signal })
  if (from?.ok === false) return { state: 'failed', error: from.error }
  const missing = [to, from].find((each) => each?.value.content === 'unavailable')
  if (missing) return { state: 'unreadable', registryName: missing.value.registry.name }
  // Without an old version the base is an empty map, so that no key counts as present on both sides before.
  const input = { base: from?.value.values ?? '{}', mine: values, theirs: to.value.values }
  return { state: 'merged', from: from?.value.version ?? null, merge: mergedInto(to.value, input) }
}

/**
 * The old version if any registry here has it or had it; else the nearest one. Never the new version itself: with the
 * same defaults as base and target, every value would look as if the file had set it.
 */
function oldVersion({ version: taken, versions, registry }: ConsolePackBody, fromVersion: string): string | undefined {
  const known = new Set(versions.map(({ version }) => version).filter((each) => each === fromVersion || each !== taken))
  const wanted = known.has(fromVersion) ? fromVersion : nearestVersions(fromVersion, known)[0]?.version
  const fitting = versions.filter(({ version }) => version === wanted)
  return (fitting.find(({ registryUid }) => registryUid === registry.uid) ?? fitting[0])?.uid
}

function mergedInto({ uid, version, schemaText, readme }: ConsolePackBody, input: MergeInput): MergedValues {
  const { problems, ...merge } = mergeValues(input)
  return {
    ...merge,
    problems: problems.map(({ side, fault }) => ({ side, line: positionAt(input[side], fault.offset).line })),
    to: { packUid: uid, version },
    schema: schemaText,
    readme,
  }
}
