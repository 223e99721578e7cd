import { describe, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { addProfile } from '../../testing/profiles.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()
const stage = () => test.fixtures.stage

const schema = `db.login:\n  schema: '{{ format "\${password}" }}'\n`
const values = '# ${kept}\ndb:\n  login: hunter22\n'
const raw = {
  name: 'raw',
  type: 'manifest' as const,
  manifests: [{ name: 'm', content: 'kind: Secret\ndata:\n  k: aGVsbG8td29ybGQ=\n' }],
}

const db = test.deps.tenantDb(stage().uid)
const registryUid = await addRegistry(db, {
  name: 'Ours',
  kind: 'oci',
  packs: [{ name: 'page', version: '1.0.0', schema }],
})
const { uid: packUid } = await db.packVersion.findFirstOrThrow({ where: { registryUid } })
const page = { name: 'page', tag: '1.0.0', type: 'oci' as const, values, packUid, registryUid, schema }
const pin = { name: 'pin', defaultValue: '4711-4711', isSensitive: true }
const profile = { tenantUid: stage().uid, name: 'web', description: 'Was hunter22' }
const uid = await addProfile(test, { ...profile, layers: [page, raw], variables: [pin] })

const terraform = (query = '', headers = as(stage().users.tenantAdmin)) =>
  test.app.inject({ url: `/v1/clusterprofiles/${uid}/export/terraform${query}`, headers })

describe('GET /v1/clusterprofiles/{uid}/export/terraform', () => {
  it('sends HCL as bytes, with an audit event', async () => {
    const response = await terraform()
    expect(response.statusCode).toBe(200)
    expect(response.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="web-1.0.0.tf"',
    })
    expect(response.headers['audituid']).toMatch(/^[0-9a-f]{24}$/)
    expect(response.body).toContain('resource "spectrocloud_cluster_profile" "web" {')
    expect(response.body).toContain('context     = "tenant"')
  })

  it('uses a variable for every secret, whoever exports', async () => {
    const { body } = await terraform()
    expect(body).not.toMatch(/hunter22|4711|aGVsbG8/)
    expect(body).toContain('# $${kept}\ndb:\n  login: ${jsonencode(var.secret_page_db_login)}\n')
    expect(body).toContain('k: ${jsonencode(var.secret_raw_m_data_k)}')
    expect(body).toContain('default_value = var.secret_pin')
  })

  it('puts a variable into a text that is partly masked', async () => {
    expect((await terraform()).body).toContain('"Was ${var.secret_description}"')
  })

  it('writes JSON on request', async () => {
    const response = await terraform('?format=json', as(stage().users.tenantViewer))
    expect(response.headers['content-disposition']).toBe('attachment; filename="web-1.0.0.tf.json"')
    const written = response.json()
    expect(written.data.spectrocloud_registry.ours).toEqual({ name: 'Ours', type: 'oci' })
    expect(written.resource.spectrocloud_cluster_profile.web.pack).toHaveLength(2)
    expect(response.body).not.toMatch(/hunter22|4711|aGVsbG8/)
  })

  it('finds no profile of another tenant', async () => {
    const response = await terraform('', as(test.fixtures.dev.users.tenantAdmin))
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({ code: 'ResourceNotFound', details: [] })
  })

  it('refuses an unknown format', async () => {
    expect((await terraform('?format=hcl')).statusCode).toBe(422)
  })
})

describe('GET /v1/clusterprofiles/{uid}/export/terraform/preview', () => {
  it('shows the file that an export would save, without an audit event of an export', async () => {
    const db = test.deps.tenantDb(stage().uid)
    const { body: file } = await terraform('?format=json')
    const exports = () => db.auditEvent.count({ where: { action: 'export', resourceUid: uid } })
    const before = await exports()
    const response = await terraform('/preview?format=json')
    expect(response.json()).toEqual({ fileName: 'web-1.0.0.tf.json', file })
    expect(await exports()).toBe(before)
  })
})
