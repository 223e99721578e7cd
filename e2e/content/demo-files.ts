import { api, type Connection } from '@waybill/api-client'

/** Finds a version of a profile; undefined if it is not in the connection's scope. */
export async function findProfile(
  connection: Connection,
  name: string,
  version: string,
): Promise<{ uid: string } | undefined> {
  const profiles = await api.profiles.listNames(connection)
  const found = profiles.ok
    ? profiles.value.items.find(({ metadata, spec }) => metadata.name === name && spec.version === version)
    : undefined
  return found && { uid: found.metadata.uid }
}

/** The text of a profile's exported file, for flows that do not test exporting. */
export async function exportedText(connection: Connection, name: string, version: string): Promise<string> {
  const profile = await findProfile(connection, name, version)
  if (!profile) throw new Error(`The installation has no profile ${name} ${version}`)
  const file = await api.exports.file(connection, { params: { uid: profile.uid }, query: { format: 'json' } })
  if (!file.ok) throw new Error(`${name} ${version} could not be exported`)
  return file.value.content.text()
}
