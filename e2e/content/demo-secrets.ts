import { api, type Connection } from '@waybill/api-client'
import { expectValue } from '../connect.ts'

const TOKEN = /[\w+/=-]{12,}/g

/** Every secret of the profiles in a scope: what their true texts contain and their exported files do not. */
export async function secretsIn(connection: Connection): Promise<ReadonlySet<string>> {
  const { items } = expectValue(await api.profiles.listNames(connection))
  const found = await Promise.all(items.map(({ metadata }) => secretsOf(connection, metadata.uid)))
  return new Set(found.flat())
}

async function secretsOf(connection: Connection, uid: string): Promise<string[]> {
  const exported = expectValue(await api.exports.file(connection, { params: { uid }, query: { format: 'json' } }))
  const masked = await exported.content.text()
  const texts = await trueTexts(connection, uid)
  return texts.flatMap((text) => text.match(TOKEN) ?? []).filter((token) => !masked.includes(token))
}

/** An API key whose user may change profiles reads true values. */
async function trueTexts(connection: Connection, uid: string): Promise<string[]> {
  const { spec } = expectValue(await api.profiles.get(connection, { params: { uid } }))
  const { variables } = expectValue(await api.profiles.getVariables(connection, { params: { uid } }))
  const packs = (spec.published ?? spec.draft)?.packs ?? []
  const manifests = await Promise.all(
    packs
      .filter((pack) => pack.manifests.length > 0)
      .map(async ({ name }) =>
        expectValue(await api.layers.listManifests(connection, { params: { uid, packName: name } })),
      ),
  )
  return [
    ...packs.map(({ values }) => values),
    ...manifests.flatMap(({ items }) => items.map(({ spec: text }) => (text.published ?? text.draft)?.content ?? '')),
    ...variables.map(({ defaultValue }) => defaultValue),
  ]
}
