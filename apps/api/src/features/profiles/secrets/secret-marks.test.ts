import type { ExportPreviewBody, SecretMarksBody } from '@waybill/api-contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { addHolder } from '../../../testing/own-roles.ts'
import { addProfile } from '../../../testing/profiles.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const test = await openTestApp()
let uid: string

const values = 'town: paris-texas\napiToken: abcd-efgh-1234\nurl: https://bob:s3cr3t-horse-77@example.com/x'
const manifest = {
  name: 'notes',
  content: 'kind: ConfigMap\ndata:\n  street: rue-de-la-paix\n---\ndata:\n  street: second',
}

beforeEach(async () => {
  await test.deps.prisma
    .$executeRaw`TRUNCATE profiles, layers, manifests, variables, secret_marks, secret_rules, audit_events`
  uid = await addMarked('1.0.0')
})

const stage = () => test.fixtures.stage
const admin = () => as(stage().users.tenantAdmin)
const viewer = () => as(stage().users.tenantViewer)

const addMarked = (version: string, name = 'marked', text = values) =>
  addProfile(test, {
    tenantUid: stage().uid,
    name,
    version,
    layers: [
      { name: 'page', type: 'oci', values: text },
      { name: 'raw', type: 'manifest', manifests: [manifest] },
    ],
  })

type Mark = Pick<SecretMarksBody['marks'][number], 'layerName' | 'path' | 'manifest'> & {
  verdict: 'secret' | 'harmless' | null
}
const mark = (marks: Mark[], headers = admin()) =>
  test.app.inject({ method: 'PUT', url: `/v1/clusterprofiles/${uid}/secrets/marks`, headers, payload: { marks } })
const rule = (payload: object, headers = admin()) =>
  test.app.inject({ method: 'POST', url: '/v1/console/secretrules', headers, payload })
const clearExport = async () =>
  (await test.app.inject({ url: `/v1/clusterprofiles/${uid}/export?mask=declared`, headers: admin() })).body
const rename = (name: string) =>
  test.app.inject({
    method: 'PATCH',
    url: `/v1/clusterprofiles/${uid}/metadata`,
    headers: admin(),
    payload: { metadata: { name } },
  })
const defaultExport = async (profile = uid) =>
  (await test.app.inject({ url: `/v1/clusterprofiles/${profile}/export`, headers: viewer() })).body
const findings = async () =>
  (
    await test.app.inject({ url: `/v1/clusterprofiles/${uid}/export/preview`, headers: viewer() })
  ).json<ExportPreviewBody>().findings

const town = { layerName: 'page', path: 'town' }
const token = { layerName: 'page', path: 'apiToken' }

describe('a place marked as secret', () => {
  it('is masked in every mode of export', async () => {
    expect((await mark([{ ...town, verdict: 'secret' }])).statusCode).toBe(204)
    expect(await clearExport()).not.toContain('paris-texas')
    expect(await defaultExport()).not.toContain('paris-texas')
  })

  it('is masked on screens', async () => {
    await mark([{ ...town, verdict: 'secret' }])
    const { body } = await test.app.inject({ url: `/v1/clusterprofiles/${uid}`, headers: viewer() })
    expect(body).not.toContain('paris-texas')
  })

  it('is masked in every version of the profile, and in no other profile', async () => {
    await mark([{ ...town, verdict: 'secret' }])
    expect(await defaultExport(await addMarked('2.0.0'))).not.toContain('paris-texas')
    expect(await defaultExport(await addMarked('1.0.0', 'other'))).toContain('paris-texas')
  })

  it('is found in a manifest of several documents', async () => {
    await mark([{ layerName: 'raw', manifest: 'notes', path: 'document[1].data.street', verdict: 'secret' }])
    const file = await defaultExport()
    expect(file).toContain('rue-de-la-paix')
    expect(file).not.toContain('second')
  })

  it('is listed apart from what was found, with who marked it', async () => {
    await mark([{ ...town, verdict: 'secret' }])
    expect((await findings()).find(({ path }) => path === 'town')).toMatchObject({
      reason: 'marked',
      strength: 'possible',
      decidedBy: 'mark',
      isMasked: true,
      isFixed: false,
    })
    const listed = await test.app.inject({ url: `/v1/clusterprofiles/${uid}/secrets/marks`, headers: viewer() })
    expect(listed.json<SecretMarksBody>().marks).toMatchObject([
      { ...town, verdict: 'secret', by: stage().users.tenantAdmin.email },
    ])
  })

  it('is in clear again once the mark is removed', async () => {
    await mark([{ ...town, verdict: 'secret' }])
    await mark([{ ...town, verdict: null }])
    expect(await defaultExport()).toContain('paris-texas')
  })
})

describe('a place marked as not secret', () => {
  it('is exported in clear, and stays listed', async () => {
    await mark([{ ...token, verdict: 'harmless' }])
    expect(await defaultExport()).toContain('abcd-efgh-1234')
    expect((await findings()).find(({ path }) => path === 'apiToken')).toMatchObject({
      decidedBy: 'mark',
      isMasked: false,
    })
  })

  it('is masked again once its value changes', async () => {
    await mark([{ ...token, verdict: 'harmless' }])
    uid = await addMarked('2.0.0', 'marked', values.replace('abcd-efgh-1234', 'ijkl-mnop-5678'))
    expect(await defaultExport()).not.toContain('ijkl-mnop-5678')
  })

  it('stays in clear in another version with the same value', async () => {
    await mark([{ ...token, verdict: 'harmless' }])
    expect(await defaultExport(await addMarked('2.0.0'))).toContain('abcd-efgh-1234')
  })

  it('is stored with a digest only, which differs between places', async () => {
    await mark([{ ...token, verdict: 'harmless' }])
    const { digest } = await test.deps.prisma.secretMark.findFirstOrThrow()
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    await mark([{ ...town, verdict: 'harmless' }])
    const digests = await test.deps.prisma.secretMark.findMany()
    expect(new Set(digests.map((each) => each.digest)).size).toBe(2)
  })

  it('stays masked if it is certainly a secret, and nothing of the request is stored', async () => {
    const answer = await mark([
      { ...town, verdict: 'secret' },
      { layerName: 'page', path: 'url', verdict: 'harmless' },
    ])
    expect(answer.json()).toMatchObject({ code: 'SecretPlaceFixed' })
    expect(await test.deps.prisma.secretMark.count()).toBe(0)
  })
})

it('cannot be a place that does not exist', async () => {
  const answer = await mark([{ layerName: 'page', path: 'nowhere.at.all', verdict: 'secret' }])
  expect(answer.json()).toMatchObject({ code: 'SecretPlaceUnknown' })
})

it('can be marked only by users who may change the profile', async () => {
  expect((await mark([{ ...town, verdict: 'secret' }], viewer())).statusCode).toBe(403)
})

it('cannot be in a profile of another tenant', async () => {
  const stranger = as(test.fixtures.dev.users.tenantAdmin)
  expect((await mark([{ ...town, verdict: 'secret' }], stranger)).statusCode).toBe(404)
})

it('is in the audit log with its path, without values', async () => {
  await mark([{ ...town, verdict: 'secret' }])
  const event = await test.deps.prisma.auditEvent.findFirstOrThrow({ where: { action: 'update' } })
  expect(event.details).toContain('page › town: secret')
  expect(event.details).not.toContain('paris')
})

it('stays secret in a renamed profile', async () => {
  await mark([{ ...town, verdict: 'secret' }])
  expect((await rename('renamed')).statusCode).toBe(204)
  expect(await defaultExport()).not.toContain('paris-texas')
})

it('stays secret if a profile is renamed to one with versions that mark it as harmless', async () => {
  await mark([{ ...town, verdict: 'secret' }])
  const other = await addMarked('2.0.0', 'other')
  await test.app.inject({
    method: 'PUT',
    url: `/v1/clusterprofiles/${other}/secrets/marks`,
    headers: admin(),
    payload: { marks: [{ ...town, verdict: 'harmless' }] },
  })
  await rename('other')
  expect(await defaultExport()).not.toContain('paris-texas')
})

it('discloses nothing in versions of the name that a profile is renamed to', async () => {
  await mark([{ ...token, verdict: 'harmless' }])
  const other = await addMarked('2.0.0', 'other')
  await rename('other')
  expect(await defaultExport(other)).not.toContain('abcd-efgh-1234')
})

it('stays secret in a renamed manifest', async () => {
  await mark([{ layerName: 'raw', manifest: 'notes', path: 'document[0].data.street', verdict: 'secret' }])
  const stored = await test.deps.prisma.manifest.findFirstOrThrow({ where: { name: 'notes' } })
  const renamed = await test.app.inject({
    method: 'PUT',
    url: `/v1/clusterprofiles/${uid}/packs/raw`,
    headers: admin(),
    payload: {
      pack: {
        name: 'raw',
        type: 'manifest',
        layer: 'addon',
        values: '',
        manifests: [{ uid: stored.uid, name: 'called-otherwise', content: manifest.content }],
      },
    },
  })
  expect(renamed.statusCode).toBe(204)
  await test.app.inject({ method: 'PATCH', url: `/v1/clusterprofiles/${uid}/publish`, headers: admin() })
  expect(await defaultExport()).toContain('called-otherwise')
  expect(await defaultExport()).not.toContain('rue-de-la-paix')
})

it('is still listed if it keeps the profile from being exported, with the reason', async () => {
  uid = await addMarked('1.0.0', 'shop-abcd-efgh-1234')
  await mark([{ ...token, verdict: 'secret' }])
  const { problems, file } = (
    await test.app.inject({ url: `/v1/clusterprofiles/${uid}/export/preview`, headers: viewer() })
  ).json<ExportPreviewBody>()
  expect([problems.map(({ code }) => code), file]).toEqual([['SecretInName'], ''])
  expect((await findings()).find(({ path }) => path === 'apiToken')).toMatchObject({ decidedBy: 'mark' })
})

it('can have a path longer than an index entry of the database', async () => {
  const path = Array.from({ length: 4_000 }, (_, index) =>
    String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
  ).join('')
  expect((await rule({ packName: 'page', path, verdict: 'never' })).statusCode).toBe(201)
})

it('stays secret in a clone with another name', async () => {
  await mark([{ ...town, verdict: 'secret' }])
  const cloned = await test.app.inject({
    method: 'POST',
    url: `/v1/clusterprofiles/${uid}/clone`,
    headers: admin(),
    payload: { metadata: { name: 'cloned', version: '1.0.0' } },
  })
  expect(cloned.statusCode).toBe(201)
  expect(await defaultExport(cloned.json<{ uid: string }>().uid)).not.toContain('paris-texas')
})

it('is in the audit log if a preview showed it in clear', async () => {
  const query = `unmask=${encodeURIComponent('packs[0].values#apiToken')}`
  await test.app.inject({ url: `/v1/clusterprofiles/${uid}/export/preview?${query}`, headers: admin() })
  const event = await test.deps.prisma.auditEvent.findFirstOrThrow({ where: { action: 'reveal' } })
  expect(event.details).toContain('packs[0].values#apiToken')
})

it('loses its marks with the last version of the profile', async () => {
  await mark([{ ...town, verdict: 'secret' }])
  const newer = await addMarked('2.0.0')
  await test.app.inject({ method: 'DELETE', url: `/v1/clusterprofiles/${uid}`, headers: admin() })
  expect(await test.deps.prisma.secretMark.count()).toBe(1)
  await test.app.inject({ method: 'DELETE', url: `/v1/clusterprofiles/${newer}`, headers: admin() })
  expect(await test.deps.prisma.secretMark.count()).toBe(0)
})

describe('a rule of the tenant', () => {
  it('masks a path of a pack in every profile', async () => {
    expect((await rule({ packName: 'page', path: 'town', verdict: 'always' })).statusCode).toBe(201)
    expect(await clearExport()).not.toContain('paris-texas')
    expect((await findings()).find(({ path }) => path === 'town')).toMatchObject({ decidedBy: 'rule', isFixed: true })
  })

  it('takes precedence over a mark that says the opposite', async () => {
    await mark([{ ...token, verdict: 'harmless' }])
    await rule({ packName: 'page', path: 'apiToken', verdict: 'always' })
    expect(await defaultExport()).not.toContain('abcd-efgh-1234')
  })

  it('leaves suspected secrets in clear, and can be overruled by a mark of a profile', async () => {
    await rule({ packName: 'page', path: 'apiToken', verdict: 'never' })
    expect(await defaultExport()).toContain('abcd-efgh-1234')
    await mark([{ ...token, verdict: 'secret' }])
    expect(await defaultExport()).not.toContain('abcd-efgh-1234')
  })

  it('is one of at most a thousand, since all are read with every profile', async () => {
    const { uid: tenantUid } = stage()
    const made = { tenantUid, packName: 'page', verdict: 'never', createdBy: '' }
    const data = Array.from({ length: 1_000 }, (_, index) => {
      const uid = index.toString(16).padStart(24, '0')
      return { ...made, uid, path: `a${index}`, place: uid.padStart(64, '0') }
    })
    await test.deps.prisma.secretRule.createMany({ data })
    const answer = await rule({ packName: 'page', path: 'town', verdict: 'always' })
    expect(answer.json()).toMatchObject({ code: 'SecretRuleLimit' })
  })

  it('exists once per pack and path', async () => {
    await rule({ packName: 'page', path: 'town', verdict: 'always' })
    const second = await rule({ packName: 'page', path: 'town', verdict: 'never' })
    expect(second.json()).toMatchObject({ code: 'SecretRuleExists' })
  })

  it('is created and removed only by administrators of the tenant, and audited', async () => {
    const payload = { packName: 'page', path: 'town', verdict: 'always' }
    expect((await rule(payload, viewer())).statusCode).toBe(403)
    const { uid: ruleUid } = (await rule(payload)).json<{ uid: string }>()
    const removed = await test.app.inject({
      method: 'DELETE',
      url: `/v1/console/secretrules/${ruleUid}`,
      headers: admin(),
    })
    expect(removed.statusCode).toBe(204)
    const events = await test.deps.prisma.auditEvent.findMany({ where: { resourceKind: 'secretrule' } })
    expect(events.map(({ action }) => action).toSorted()).toEqual(['create', 'delete'])
  })

  it('shows nothing to users who may not see the values of every profile: neither by never masking nor by removing a mask', async () => {
    const holder = as(await addHolder(test, ['tenant.update', 'clusterProfile.get']))
    const kept = await rule({ packName: 'page', path: 'town', verdict: 'always' }, holder)
    expect(kept.statusCode).toBe(201)
    const never = { packName: 'page', path: 'apiToken', verdict: 'never' }
    expect((await rule(never, holder)).json()).toMatchObject({ code: 'Forbidden' })
    const remove = (headers: Record<string, string>, { uid: ruleUid } = kept.json<{ uid: string }>()) =>
      test.app.inject({ method: 'DELETE', url: `/v1/console/secretrules/${ruleUid}`, headers })
    expect((await remove(holder)).json()).toMatchObject({ code: 'Forbidden' })
    expect((await mark([{ ...token, verdict: 'harmless' }], holder)).statusCode).toBe(403)
    expect(await defaultExport()).not.toMatch(/abcd-efgh-1234|paris-texas/)
    const lifted = await rule(never)
    expect((await remove(holder, lifted.json<{ uid: string }>())).statusCode).toBe(204)
    expect((await remove(as(await addHolder(test, ['tenant.update', 'clusterProfile.update'])))).statusCode).toBe(204)
  })

  it('is neither visible nor removable for another tenant', async () => {
    const { uid: ruleUid } = (await rule({ packName: 'page', path: 'town', verdict: 'always' })).json<{ uid: string }>()
    const headers = as(test.fixtures.dev.users.tenantAdmin)
    const listed = await test.app.inject({ url: '/v1/console/secretrules', headers })
    expect(listed.json()).toEqual({ rules: [] })
    const removed = await test.app.inject({ method: 'DELETE', url: `/v1/console/secretrules/${ruleUid}`, headers })
    expect(removed.statusCode).toBe(404)
  })
})
