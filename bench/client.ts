import type { BenchTenant } from './content.ts'
import { profileFile } from './profile-file.ts'

interface Call {
  expected: number
  method?: 'POST' | 'PUT'
  body?: string
  contentType?: string
}

/** The calls that are measured, as any client sends them. */
export function createClient(url: string, { apiKey }: Pick<BenchTenant, 'apiKey'>) {
  const call = async (path: string, { expected, contentType, ...init }: Call) => {
    const answer = await fetch(`${url}${path}`, {
      ...init,
      headers: { ApiKey: apiKey, ...(contentType && { 'Content-Type': contentType }) },
    })
    const body = await answer.text()
    if (answer.status !== expected) throw new Error(`${path} answered ${answer.status}: ${body.slice(0, 300)}`)
    return body
  }
  const postJson = (path: string, body: string, expected: number) =>
    call(path, { method: 'POST', body, contentType: 'application/json', expected })
  return {
    async importProfile(file: string): Promise<string> {
      const { uid } = JSON.parse(await postJson('/v1/clusterprofiles/import?publish=true', file, 201)) as {
        uid: string
      }
      return uid
    },
    validate: (file: string) => postJson('/v1/clusterprofiles/import/validate', file, 200),
    exportProfile: (uid: string) => call(`/v1/clusterprofiles/${uid}/export`, { expected: 200 }),
    async createProfile(input: string): Promise<string> {
      const { uid } = JSON.parse(await postJson('/v1/clusterprofiles', input, 201)) as { uid: string }
      return uid
    },
    updateProfile: (uid: string, body: string) =>
      call(`/v1/clusterprofiles/${uid}`, { method: 'PUT', body, contentType: 'application/json', expected: 204 }),
    readProfile: (uid: string) => call(`/v1/clusterprofiles/${uid}`, { expected: 200 }),
    list: () => postJson('/v1/dashboard/clusterprofiles?limit=50', '{}', 200),
    listMetadata: () => call('/v1/dashboard/clusterprofiles/metadata', { expected: 200 }),
    listPacks: () => call('/v1/packs?limit=50', { expected: 200 }),
    searchPacks: (name: string) =>
      postJson('/v1/packs/search?limit=50', JSON.stringify({ filter: { name: { contains: name } } }), 200),
  }
}

export type BenchClient = ReturnType<typeof createClient>

/** A name no import has taken yet. */
export const freshFile = (layers: number, run: number | string) =>
  profileFile(layers, { name: `bench ${layers} ${run}` })
