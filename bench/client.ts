import { Agent, request } from 'node:http'
import type { BenchTenant } from './content.ts'

interface Call {
  expected: number
  method?: 'GET' | 'POST' | 'PUT'
  body?: string
}

const agent = new Agent({ keepAlive: true })

/** One call over a keep-alive connection, to the last byte of its response. @throws Error for any other status */
export function send(url: string, { expected, method = 'GET', body }: Call, headers: Record<string, string> = {}) {
  return new Promise<string>((resolve, reject) => {
    const typed = { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) }
    const sent = request(url, { agent, method, headers: typed }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        if (answer.statusCode === expected) resolve(text)
        else reject(new Error(`${new URL(url).pathname} answered ${answer.statusCode}: ${text.slice(0, 300)}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** The measured calls, as any client sends them. */
export function createClient(url: string, { apiKey }: Pick<BenchTenant, 'apiKey'>) {
  const call = (path: string, how: Call) => send(`${url}${path}`, how, { ApiKey: apiKey })
  const get = (path: string) => call(path, { expected: 200 })
  const post = (path: string, body: string, expected: number) => call(path, { method: 'POST', body, expected })
  const uidOf = async (answer: Promise<string>) => (JSON.parse(await answer) as { uid: string }).uid
  return {
    get,
    listFiltered: (filter: object, { offset = 0, sort = 'lastModifiedTimestamp' } = {}) =>
      post(
        `/v1/dashboard/clusterprofiles?limit=50&offset=${offset}`,
        JSON.stringify({ filter, sort: [{ field: sort, order: 'desc' }] }),
        200,
      ),
    listEvents: (query: Readonly<Record<string, string>> = {}) =>
      get(`/v1/console/audits?${new URLSearchParams(query).toString()}`),
    addMacros: (tenantUid: string, count: number) => {
      const macros = Array.from({ length: count }, (_none, at) => ({ name: `macro-${at}`, value: 'a value' }))
      return post(`/v1/tenants/${tenantUid}/macros`, JSON.stringify({ macros }), 204)
    },
    whoAmI: () => get('/v1/users/info'),
    importProfile: (file: string) => uidOf(post('/v1/clusterprofiles/import?publish=true', file, 201)),
    validate: (file: string) => post('/v1/clusterprofiles/import/validate', file, 200),
    exportProfile: (uid: string) => get(`/v1/clusterprofiles/${uid}/export`),
    createProfile: (input: string) => uidOf(post('/v1/clusterprofiles', input, 201)),
    updateProfile: (uid: string, body: string) =>
      call(`/v1/clusterprofiles/${uid}`, { method: 'PUT', body, expected: 204 }),
    readProfile: (uid: string) => get(`/v1/clusterprofiles/${uid}`),
    list: () => post('/v1/dashboard/clusterprofiles?limit=50', '{}', 200),
    listMetadata: () => get('/v1/dashboard/clusterprofiles/metadata'),
    listAudits: () => get('/v1/audits?limit=50'),
    listPackVersions: () => get('/v1/packs?limit=50'),
    searchPacks: (name: string) =>
      post('/v1/packs/search?limit=50', JSON.stringify({ filter: { name: { contains: name } } }), 200),
  }
}

export type BenchClient = ReturnType<typeof createClient>
