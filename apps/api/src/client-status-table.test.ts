import { readFileSync } from 'node:fs'
import { sharedPath, tellWithout } from '@waybill/test-data'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { packOf, profileJson, uploadOf } from './testing/documents.ts'
import { startPaletteServer, type PaletteCall, type PaletteServer } from './testing/palette/palette-server.ts'

/** Go clients retry a request that is answered with another success status than the one they know. */
const TABLE: readonly (readonly [operation: string, status: number])[] = [
  ['POST /v1/auth/authenticate', 200],
  ['GET /v1/users', 200],
  ['GET /v1/users/info', 200],
  ['GET /v1/dashboard/projects/metadata', 200],
  ['POST /v1/projects/{uid}/macros', 204],
  ['GET /v1/projects/{uid}/macros', 200],
  ['PUT /v1/projects/{uid}/macros', 204],
  ['PATCH /v1/projects/{uid}/macros', 204],
  ['DELETE /v1/projects/{uid}/macros', 204],
  ['POST /v1/projects', 201],
  ['GET /v1/projects/{uid}', 200],
  ['PUT /v1/projects/{uid}', 204],
  ['DELETE /v1/projects/{uid}', 204],
  ['POST /v1/tenants/{tenantUid}/macros', 204],
  ['GET /v1/tenants/{tenantUid}/macros', 200],
  ['PUT /v1/tenants/{tenantUid}/macros', 204],
  ['PATCH /v1/tenants/{tenantUid}/macros', 204],
  ['DELETE /v1/tenants/{tenantUid}/macros', 204],
  ['POST /v1/apiKeys', 201],
  ['GET /v1/apiKeys', 200],
  ['DELETE /v1/apiKeys/{uid}', 204],
  ['GET /v1/registries/metadata', 200],
  ['GET /v1/registries/pack', 200],
  ['GET /v1/registries/helm', 200],
  ['GET /v1/registries/oci/summary', 200],
  ['GET /v1/registries/helm/{uid}', 200],
  ['GET /v1/registries/pack/{uid}/sync/status', 200],
  ['GET /v1/registries/helm/{uid}/sync/status', 200],
  ['GET /v1/registries/oci/{uid}/basic/sync/status', 200],
  ['GET /v1/packs', 200],
  ['POST /v1/packs/search', 200],
  ['GET /v1/packs/{packName}/registries/{registryUid}', 200],
  ['GET /v1/packs/{uid}', 200],
  ['POST /v1/clusterprofiles/import/validate', 200],
  ['POST /v1/clusterprofiles/import', 201],
  ['POST /v1/clusterprofiles/import/file', 201],
  ['POST /v1/clusterprofiles', 201],
  ['GET /v1/clusterprofiles/{uid}', 200],
  ['PUT /v1/clusterprofiles/{uid}/variables', 204],
  ['PATCH /v1/clusterprofiles/{uid}/variables', 204],
  ['GET /v1/clusterprofiles/{uid}/variables', 200],
  ['PUT /v1/clusterprofiles/{uid}', 204],
  ['PATCH /v1/clusterprofiles/{uid}/metadata', 204],
  ['PATCH /v1/clusterprofiles/{uid}/publish', 204],
  ['GET /v1/clusterprofiles/{uid}/packs/{packName}/manifests', 200],
  ['GET /v1/clusterprofiles/{uid}/export', 200],
  ['POST /v1/clusterprofiles/{uid}/clone', 201],
  ['GET /v1/dashboard/clusterprofiles/metadata', 200],
  ['POST /v1/dashboard/clusterprofiles', 200],
  ['GET /v1/dashboard/clusterprofiles/{uid}', 200],
  ['DELETE /v1/clusterprofiles/{uid}', 204],
  ['DELETE /v1/clusterprofiles/bulk', 200],
]

let server: PaletteServer
beforeAll(async () => {
  server = await startPaletteServer()
})
afterAll(() => server.close())

const ZERO = '0001-01-01T00:00:00.000Z'
const document = (name: string) => profileJson({ name, packs: [packOf()] })
const template = { cloudType: 'all', type: 'add-on', packs: [packOf({ manifests: null })] }
const profile = { metadata: { name: 'created', labels: null, annotations: null }, spec: { version: '1.0.0', template } }
const macros = (value: string) => ({ macros: [{ name: 'region', value }] })

/** Values of path parameters: the newest thing of each kind. Tenant and lists exist from the start. */
interface Known {
  project: string
  profile: string
  apiKey: string
  pack: string
}

function pathOf(operation: string, known: Known): string {
  const path = operation.split(' ')[1] ?? ''
  const { registries, stage } = server
  const owner = path.startsWith('/v1/projects')
    ? known.project
    : path.startsWith('/v1/apiKeys')
      ? known.apiKey
      : path.startsWith('/v1/packs')
        ? known.pack
        : path.startsWith('/v1/registries/pack')
          ? registries.pack
          : path.startsWith('/v1/registries/helm')
            ? registries.helm
            : path.startsWith('/v1/registries/oci')
              ? registries.oci
              : known.profile
  return path
    .replace('{tenantUid}', stage.uid)
    .replace('{registryUid}', registries.pack)
    .replace('{packName}', 'page')
    .replace('{uid}', owner)
}

function bodyOf(operation: string, known: Known): PaletteCall['body'] {
  const { stage } = server
  const bodies: Readonly<Record<string, object>> = {
    'POST /v1/auth/authenticate': { emailId: stage.users.tenantAdmin.email, password: 'correct horse battery staple' },
    'POST /v1/projects': { metadata: { name: 'made', creationTimestamp: ZERO, deletionTimestamp: ZERO } },
    'PUT /v1/projects/{uid}': { metadata: { name: 'renamed', annotations: { description: 'x' }, labels: { a: 'b' } } },
    'POST /v1/apiKeys': { metadata: { name: 'ci' }, spec: { userUid: stage.uid, expiry: '2099-01-01T00:00:00.000Z' } },
    'POST /v1/packs/search': { filter: { name: { eq: 'page' } }, sort: null },
    'POST /v1/clusterprofiles': profile,
    'PUT /v1/clusterprofiles/{uid}': { ...profile, metadata: { ...profile.metadata, uid: known.profile } },
    'PUT /v1/clusterprofiles/{uid}/variables': { variables: [{ name: 'one', format: 'string', isSensitive: false }] },
    'PATCH /v1/clusterprofiles/{uid}/variables': { variables: [{ name: 'two', format: 'string', isSensitive: false }] },
    'PATCH /v1/clusterprofiles/{uid}/metadata': {
      metadata: { name: 'created', labels: { a: 'b' } },
      spec: { version: '1.0.0' },
    },
    'POST /v1/clusterprofiles/{uid}/clone': { metadata: { name: 'created', version: '2.0.0' } },
    'POST /v1/dashboard/clusterprofiles': {},
    'DELETE /v1/clusterprofiles/bulk': { uids: [known.profile] },
  }
  if (operation.endsWith('/macros') && !operation.startsWith('GET')) return macros(operation)
  return bodies[operation]
}

function callOf(operation: string, known: Known): PaletteCall {
  const method = operation.split(' ')[0] ?? ''
  const call = { method, path: pathOf(operation, known) }
  if (operation.endsWith('/import/file')) {
    const { payload, headers } = uploadOf(document('uploaded'))
    return {
      ...call,
      path: `${call.path}?format=json&publish=true`,
      headers: { ...server.inProject, ...headers },
      body: [payload.toString()],
    }
  }
  if (operation.includes('/import')) {
    const headers = { ...server.inProject, 'Content-Type': 'application/json' }
    return { ...call, headers, body: document('imported') }
  }
  const inTenant = /\/v1\/(projects$|projects\/\{uid\}$|apiKeys|users|tenants|registries|dashboard\/projects)/.test(
    operation,
  )
  const body = bodyOf(operation, known)
  return { ...call, headers: inTenant ? server.inTenant : server.inProject, ...(body !== undefined && { body }) }
}

const createdSchema = z.object({ uid: z.string() })

describe('clients of Palette', () => {
  it('get exactly the statuses in the table', async () => {
    const pack = await server.deps.prisma.packVersion.findFirstOrThrow({
      where: { name: 'page', tenantUid: server.stage.uid },
    })
    const known: Known = { project: server.stage.projects.other, profile: '', apiKey: '', pack: pack.uid }
    const answered: [string, number][] = []
    const odd: string[] = []
    for (const [operation] of TABLE) {
      const { status, text, headers } = await server.call(callOf(operation, known))
      answered.push([operation, status])
      if (status >= 400) odd.push(`${operation} ${text}`)
      if (status === 204 && (text !== '' || headers['content-type'] !== undefined)) odd.push(`${operation} has a body`)
      if (status !== 201) continue
      const { uid } = createdSchema.parse(JSON.parse(text))
      if (operation.endsWith('/projects')) known.project = uid
      else if (operation.endsWith('/apiKeys')) known.apiKey = uid
      else known.profile = uid
    }
    expect(odd).toEqual([])
    expect(answered).toEqual(TABLE)
  })

  const listed = sharedPath('contract/client-endpoints.json')

  tellWithout('contract/client-endpoints.json')

  it.each(listed === undefined ? [] : [listed])('call no operation that the table leaves out', (path) => {
    const schema = z.record(
      z.string(),
      z.array(z.object({ method: z.string(), path: z.string(), success: z.number() })),
    )
    const flows = Object.values(schema.parse(JSON.parse(readFileSync(path, 'utf8')))).flat()
    const wanted = new Set(flows.map((flow) => `${flow.method} ${flow.path} ${flow.success}`))
    expect(new Set(TABLE.map((row) => row.join(' ')))).toEqual(wanted)
  })
})
