import { BUILT_IN_ROLES } from '../access/roles/roles.ts'
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { addRegistry } from '../../testing/catalogue.ts'
import { packOf, profileJson, uploadOf } from '../../testing/documents.ts'
import { PASSWORD } from '../../testing/fixtures.ts'
import { addProfile } from '../../testing/profiles.ts'
import { as, openTestApp } from '../../testing/test-app.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { runWithClaim } from './idempotency-claim.ts'
import { createIdempotencyKeys } from './idempotency-repository.ts'
import { setupCodeOf } from '../access/credentials/setup-code.ts'
import { newUid } from '../database/uid.ts'

const documentSchema = z.object({
  paths: z.record(z.string(), z.looseObject({ post: z.object({ responses: z.looseObject({}) }).optional() })),
})
const layer = { name: 'm', type: 'manifest' as const, layer: 'addon' as const, tag: '1.0.0' }
const registry = (name: string) => ({
  metadata: { name },
  spec: { endpoint: 'https://registry.example.com', auth: { type: 'noAuth' }, createOption: { skipSync: true } },
})

const test = await openTestApp()
const stage = () => test.deps.tenantDb(test.fixtures.stage.uid)
await addRegistry(stage(), { name: 'Public Repo', packs: [{ name: 'page', version: '1.0.0' }] })
const profileUid = await addProfile(test, { tenantUid: test.fixtures.stage.uid, name: 'base', layers: [layer] })
const { paths } = documentSchema.parse((await test.app.inject('/v1/openapi.json')).json())
const created = Object.entries(paths).flatMap(([path, { post }]) => (post && '201' in post.responses ? [path] : []))

/** Bodies with which each operation creates something. */
const BODIES: Record<string, () => object> = {
  '/v1/apiKeys': () => ({ metadata: { name: 'key' } }),
  '/v1/clusterprofiles': () => ({ metadata: { name: 'made' }, spec: { template: { type: 'add-on' } } }),
  '/v1/clusterprofiles/{uid}/clone': () => ({ metadata: { name: 'cloned' } }),
  '/v1/clusterprofiles/{uid}/packs': () => ({ pack: { ...layer, name: 'more' } }),
  '/v1/clusterprofiles/{uid}/packs/{packName}/manifests': () => ({ name: 'one', content: 'kind: A\n' }),
  '/v1/clusterprofiles/{uid}/versions': () => ({ spec: { version: '9.0.0' } }),
  '/v1/clusterprofiles/import': () => JSON.parse(profileJson({ name: 'body', packs: [packOf()] })),
  '/v1/console/setup': () => ({
    code: setupCodeOf(test.deps.cipher), tenantName: 'Acme', email: 'root@acme.test', password: PASSWORD,
  }), // prettier-ignore
  '/v1/console/secretrules': () => ({ packName: 'page', path: 'a.b', verdict: 'always' }),
  '/v1/console/users/{uid}/password-link': () => ({}),
  '/v1/filters/tag': () => ({ metadata: { name: 'filter' }, spec: {} }),
  '/v1/projects': () => ({ metadata: { name: 'project' } }),
  '/v1/registries/helm': () => registry('helm'),
  '/v1/registries/oci/basic': () => registry('basic'),
  '/v1/registries/oci/ecr': () => registry('ecr'),
  '/v1/registries/pack': () => registry('pack'),
  '/v1/roles': () => ({ metadata: { name: 'Ours' }, spec: { permissions: ['macro.get'] } }),
  '/v1/roles/{uid}/clone': () => ({ metadata: { name: 'Viewer too' } }),
  '/v1/teams': () => ({ metadata: { name: 'Payments' } }),
  '/v1/users': () => ({ metadata: {}, spec: { emailId: 'ada@stage.test', firstName: 'Ada', lastName: 'L' } }),
}
const UPLOAD = '/v1/clusterprofiles/import/file'

function create(path: string) {
  const headers = { ...as(test.fixtures.stage.users.tenantAdmin), 'idempotency-key': path }
  const { users } = test.fixtures.stage
  const role = BUILT_IN_ROLES[0]?.uid ?? ''
  const uid = path.includes('/users/') ? users.projectViewer.uid : path.includes('/roles/') ? role : profileUid
  const url = path.replace('{uid}', uid).replace('{packName}', layer.name)
  const upload = path === UPLOAD ? uploadOf(profileJson({ name: 'file', packs: [packOf()] })) : undefined
  const payload = upload?.payload ?? BODIES[path]?.() ?? {}
  return test.app.inject({ method: 'POST', url, payload, headers: { ...headers, ...upload?.headers } })
}

describe('the answer under a key', () => {
  it('is written by the transaction that creates, whatever is created', async () => {
    expect(created.toSorted()).toEqual([...Object.keys(BODIES), UPLOAD].toSorted())
    for (const path of created) {
      const { statusCode, headers } = await create(path)
      const rows = await test.deps.prisma.$queryRaw`
        SELECT key.xmin = event.xmin AS "isOne" FROM idempotency_keys key JOIN audit_events event ON event.uid = key.audit_uid
        WHERE key.audit_uid = ${headers['audituid']}`
      expect([path, statusCode, rows]).toEqual([path, 201, [{ isOne: true }]])
    }
  })

  it('is not written by an audit event alone', async () => {
    const keys = createIdempotencyKeys(stage())
    const claim = {
      digest: randomBytes(32),
      fingerprint: randomBytes(32),
      word: newUid(),
      holder: null,
      cipher: test.deps.cipher,
    }
    await keys.take(claim)
    const caller = { userUid: '', email: '', scope: { kind: 'tenant', uid: stage().$tenantUid, name: '' } } as const
    const resource = { kind: 'macro', uid: newUid(), name: '' }
    await new Promise<void>((resolve, reject) =>
      runWithClaim(claim, () => {
        recordAudit(stage(), { caller, action: 'update', resource }).then(() => resolve(), reject)
      }),
    )
    expect(await keys.findHeld(claim.digest)).toMatchObject({ status: null })
  })
})
