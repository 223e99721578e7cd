import { api, type Connection, type Result } from '@waybill/api-client'
import type { OpenedProfile } from '../../state/builder-texts.ts'

/** Reads the base of a change. The ETag is read first, so that a change in between is noticed on saving. */
export async function openProfile(
  connection: Connection,
  uid: string,
  signal?: AbortSignal,
): Promise<Result<OpenedProfile>> {
  const read = await api.profiles.get(connection, { params: { uid }, signal })
  if (!read.ok) return read
  const [texts, variables] = await Promise.all([
    api.layers.listWithManifests(connection, { params: { uid }, signal }),
    api.profiles.getVariables(connection, { params: { uid }, signal }),
  ])
  if (!texts.ok) return texts
  if (!variables.ok) return variables
  const { value: profile, etag } = read
  const packs = (profile.spec.draft ?? profile.spec.published)?.packs ?? []
  const layers = packs.map((layer, index) => ({
    ...layer,
    manifestTexts: texts.value.spec.packs[index]?.spec.manifests ?? [],
  }))
  return { ok: true, value: { profile, etag, layers, variables: variables.value.variables } }
}
