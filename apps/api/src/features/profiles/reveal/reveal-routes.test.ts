import { beforeEach, describe, expect, it } from 'vitest'
import { addRegistry } from '../../../testing/catalogue.ts'
import { addProfile } from '../../../testing/profiles.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const PASSWORD = 'Tr0ub4dor-and-3'
const KEY = '-----BEGIN PRIVATE KEY-----\nbm90IGEgcmVhbCBrZXksIG1hZGUgdXAgaGVyZQ==\n-----END PRIVATE KEY-----\n'
const values = [
  'replicas: 2',
  'auth:',
  `  password: "${PASSWORD}" # of the database`,
  `command: start --password ${PASSWORD}-x --verbose`,
  'tls:',
  '  privateKey: |',
  ...KEY.trimEnd()
    .split('\n')
    .map((line) => `    ${line}`),
  '',
].join('\n')
const manifest = `kind: Secret\nstringData:\n  token: ${PASSWORD}-too\n`

let logged: string[]
let uid: string
const test = await openTestApp({ logTo: { write: (line) => logged.push(line) } })
beforeEach(async () => {
  logged = []
  await test.deps.prisma
    .$executeRaw`TRUNCATE profiles, layers, manifests, variables, audit_events, rate_counters CASCADE`
  uid = await addProfile(test, {
    tenantUid: stage().uid,
    name: 'web',
    layers: [{ name: 'database', values, manifests: [{ name: 'token', content: manifest }] }],
    variables: [
      { name: 'pin', defaultValue: '4711-4711', isSensitive: true },
      { name: 'region', defaultValue: 'north' },
    ],
  })
})

const stage = () => test.fixtures.stage
const admin = () => as(stage().users.tenantAdmin)
const reveal = (payload: object, headers = admin()) =>
  test.app.inject({ method: 'POST', url: `/v1/clusterprofiles/${uid}/secrets/reveal`, headers, payload })
const inDatabase = (path: string) => ({ layerName: 'database', path })
const revealed = async (payload: object) => (await reveal(payload)).json()

describe('revealing', () => {
  it.each([
    ['a whole value', { layerName: 'database', path: 'auth.password' }, PASSWORD],
    ['a part of a value', { layerName: 'database', path: 'command' }, `${PASSWORD}-x`],
    [
      'a value of a manifest',
      { layerName: 'database', manifest: 'token', path: 'stringData.token' },
      `${PASSWORD}-too`,
    ],
    ['the default of a variable', { variable: 'pin' }, '4711-4711'],
  ])('returns %s', async (_what, place, value) => {
    expect(await revealed(place)).toEqual({ value })
  })

  it('returns a draft’s value beside published content on request', async () => {
    const { uid: tenantUid } = stage()
    const registryUid = await addRegistry(test.deps.tenantDb(tenantUid), {
      name: 'Ours',
      packs: [{ name: 'database', version: '1.0.0' }],
    })
    const { uid: packUid } = await test.deps.prisma.packVersion.findFirstOrThrow({ where: { registryUid } })
    uid = await addProfile(test, { tenantUid, layers: [{ name: 'database', packUid, registryUid, values }] })
    const changed = values.replaceAll(PASSWORD, 'changed-in-the-draft-9')
    const url = `/v1/clusterprofiles/${uid}/packs/database`
    const payload = { pack: { name: 'database', tag: '1.0.0', registryUid, values: changed } }
    expect((await test.app.inject({ method: 'PUT', url, headers: admin(), payload })).statusCode).toBe(204)
    const place = inDatabase('auth.password')
    expect(await revealed({ ...place, stage: 'draft' })).toEqual({ value: 'changed-in-the-draft-9' })
    expect(await revealed(place)).toEqual({ value: PASSWORD })
  })

  it('returns the published value if there is no draft', async () => {
    expect(await revealed({ ...inDatabase('auth.password'), stage: 'draft' })).toEqual({ value: PASSWORD })
  })

  it('returns a value of several lines completely', async () => {
    const { value } = await revealed(inDatabase('tls.privateKey'))
    expect(value.trim()).toBe(KEY.trim())
  })

  it.each([
    ['where no mask stands', { layerName: 'database', path: 'replicas' }],
    ['where nothing stands', { layerName: 'database', path: 'auth.user' }],
    ['in another layer', { layerName: 'none', path: 'auth.password' }],
    ['in another manifest', { layerName: 'database', manifest: 'none', path: 'stringData.token' }],
    ['of a variable that is shown', { variable: 'region' }],
  ])('finds nothing %s', async (_what, place) => {
    const answer = await reveal(place)
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'ResourceNotFound'])
  })

  it('refuses more than one place', async () => {
    expect((await reveal({ ...inDatabase('auth.password'), variable: 'pin' })).statusCode).toBe(422)
  })

  it('is refused to users who may not change the profile', async () => {
    const answer = await reveal(inDatabase('auth.password'), as(stage().users.tenantViewer))
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'Forbidden'])
    expect(answer.body).not.toContain(PASSWORD)
  })

  it('is refused if the profile is outside the caller’s project', async () => {
    const { users, projects } = stage()
    const answer = await reveal(inDatabase('auth.password'), as(users.projectAdmin, projects.default))
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'Forbidden'])
  })

  it('is not cached', async () => {
    expect((await reveal(inDatabase('auth.password'))).headers['cache-control']).toBe('no-store')
  })

  it('writes an event that names place and person, without values', async () => {
    const answer = await reveal({ layerName: 'database', manifest: 'token', path: 'stringData.token' })
    const event = await test.deps.prisma.auditEvent.findFirstOrThrow({ where: { action: 'reveal' } })
    expect(event).toMatchObject({
      uid: answer.headers['audituid'],
      actorEmail: stage().users.tenantAdmin.email,
      resourceUid: uid,
      details: JSON.stringify({ version: '1.0.0', layer: 'database', manifest: 'token', path: 'stringData.token' }),
    })
    expect(JSON.stringify(event) + logged.join('')).not.toContain(PASSWORD)
  })

  it('writes no event for a refusal', async () => {
    await reveal(inDatabase('replicas'))
    expect(await test.deps.prisma.auditEvent.count({ where: { action: 'reveal' } })).toBe(0)
  })

  it('is meant for people: after 60 in a minute it is refused for a while', async () => {
    const answers = await Promise.all(Array.from({ length: 61 }, () => reveal({ variable: 'pin' })))
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      ...Array<number>(60).fill(200),
      429,
    ])
  })
})
