import { beforeEach, describe, expect, it } from 'vitest'
import { addProfile } from '../../testing/profiles.ts'
import { as, openTestApp } from '../../testing/test-app.ts'
import { unbindCiphertexts } from '../../testing/unbound-ciphertexts.ts'
import { Prisma } from '../database/prisma.ts'
import { newUid } from '../database/uid.ts'
import { bindCiphertexts } from './bind-ciphertexts.ts'
import { SEALED_COLUMNS } from './sealed-columns.ts'

let logged: string[]
const test = await openTestApp({ logTo: { write: (line) => logged.push(line) } })
beforeEach(async () => {
  logged = []
  await test.deps.prisma
    .$executeRaw`TRUNCATE profiles, layers, manifests, variables, macros, registries, sso_settings CASCADE`
  await fill()
  await fillEmptyValues()
  await fillSso()
})

const stage = () => test.fixtures.stage
const admin = () => as(stage().users.tenantAdmin)
const SECRET = 'kept-for-nobody'
const macrosUrl = () => `/v1/tenants/${stage().uid}/macros`
let profileUid: string
let registryUid: string

/** Fills each column of ciphertexts, in at least one row. */
async function fill() {
  const manifests = [{ name: 'secret', content: `kind: Secret\nstringData:\n  password: ${SECRET}\n` }]
  profileUid = await addProfile(test, {
    tenantUid: stage().uid,
    layers: [
      { name: 'first', values: `password: ${SECRET}\n`, manifests },
      { name: 'second', values: 'password: another-one\n' },
    ],
    variables: [{ name: 'key', defaultValue: SECRET, isSensitive: true }],
  })
  const macros = [{ name: 'token', value: SECRET }]
  await test.app.inject({ method: 'POST', url: macrosUrl(), headers: admin(), payload: { macros } })
  const auth = { type: 'basic', username: 'user', password: SECRET }
  const spec = { endpoint: 'https://registry.example.com', auth, createOption: { skipSync: true } }
  const payload = { metadata: { name: 'helm' }, spec }
  registryUid = (
    await test.app.inject({ method: 'POST', url: '/v1/registries/helm', headers: admin(), payload })
  ).json().uid
}

/** The profile's empty values. */
async function fillEmptyValues() {
  const place = { tenantUid: stage().uid, table: 'profiles', row: profileUid, column: 'empty_values' } as const
  const emptyValues = test.deps.cipher.encrypt('[]', place)
  await test.deps.prisma.profile.update({ where: { uid: profileUid }, data: { emptyValues } })
}

/** The settings of an identity provider. */
async function fillSso() {
  const [uid, tenantUid] = [newUid(), stage().uid]
  const place = { tenantUid, table: 'sso_settings', row: uid, column: 'client_secret' } as const
  const claims = {
    emailClaim: 'email',
    firstNameClaim: '',
    lastNameClaim: '',
    groupsClaim: '',
    domains: [],
    scopes: [],
  }
  const clientSecret = test.deps.cipher.encrypt(SECRET, place)
  await test.deps.prisma.ssoSettings.create({
    data: { uid, tenantUid, issuer: 'i', clientId: 'c', clientSecret, ...claims },
  })
}

const profile = () => test.app.inject({ url: `/v1/clusterprofiles/${profileUid}`, headers: admin() })
const draft = async () => (await profile()).json().spec.published
const macros = async () => (await test.app.inject({ url: macrosUrl(), headers: admin() })).json()
const registry = async () =>
  (await test.app.inject({ url: `/v1/registries/helm/${registryUid}`, headers: admin() })).json()
const everything = async () => [await draft(), await macros(), (await registry()).spec]

/** Versions of all ciphertexts, by column. */
async function versions() {
  const found = SEALED_COLUMNS.map(async ({ table, column }) => {
    const [from, bytes] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)]
    const rows = await test.deps.prisma.$queryRaw<{ version: number }[]>`
      SELECT DISTINCT get_byte(${bytes}, 0) AS version FROM ${from} WHERE ${bytes} IS NOT NULL`
    return [`${table}.${column}`, rows.map(({ version }) => version)]
  })
  return Object.fromEntries(await Promise.all(found)) as Record<string, number[]>
}
const allOf = (version: number) =>
  Object.fromEntries(SEALED_COLUMNS.map(({ table, column }) => [`${table}.${column}`, [version]]))

const bind = () => bindCiphertexts(test.deps)

describe('texts that were stored before ciphertexts were bound', () => {
  it('are still readable', async () => {
    const before = await everything()
    await unbindCiphertexts(test)
    expect(await versions()).toEqual(allOf(1))
    expect(await everything()).toEqual(before)
  })

  it('are bound to their places, in each column of each table', async () => {
    const before = await everything()
    const unbound = await unbindCiphertexts(test)
    expect(await bind()).toEqual({ bound: unbound, unreadable: 0 })
    expect(await versions()).toEqual(allOf(2))
    expect(await everything()).toEqual(before)
  })

  it('are left alone once they are bound', async () => {
    await unbindCiphertexts(test)
    await bind()
    expect(await bind()).toEqual({ bound: 0, unreadable: 0 })
  })

  it('are left alone after a stop', async () => {
    await unbindCiphertexts(test)
    expect(await bindCiphertexts({ ...test.deps, signal: AbortSignal.abort() })).toEqual({ bound: 0, unreadable: 0 })
  })

  it('do not stop the others if one is damaged', async () => {
    const unbound = await unbindCiphertexts(test)
    await test.deps.prisma.$executeRaw`UPDATE macros SET value = set_byte(value, 40, 255 - get_byte(value, 40))`
    expect(await bind()).toEqual({ bound: unbound - 1, unreadable: 1 })
  })
})

describe('a ciphertext that was moved to another row', () => {
  const move = () => test.deps.prisma.$executeRaw`
    UPDATE layers SET "values" = (SELECT "values" FROM layers WHERE name = 'first') WHERE name = 'second'`

  it('is refused with a code that says so', async () => {
    await move()
    const answer = await profile()
    expect([answer.statusCode, answer.json()]).toEqual([
      500,
      { code: 'StoredTextUnreadable', message: expect.any(String), details: [], ref: expect.any(String) },
    ])
    expect(answer.body).not.toContain(SECRET)
  })

  it('is logged once, without a value', async () => {
    await move()
    await profile()
    expect(logged.filter((line) => line.includes('CipherError'))).toHaveLength(1)
    expect(logged.join('')).not.toContain(SECRET)
  })

  it('is refused in another column too', async () => {
    await test.deps.prisma
      .$executeRaw`UPDATE manifests SET content = (SELECT "values" FROM layers WHERE name = 'first')`
    expect((await profile()).json().code).toBe('StoredTextUnreadable')
  })
})

describe('layers that keep their published uids', () => {
  it('can be decrypted after their profile was published again', async () => {
    const url = `/v1/clusterprofiles/${profileUid}`
    const before = await draft()
    const payload = { pack: { name: 'third', type: 'manifest', layer: 'addon', tag: '1.0.0' } }
    await test.app.inject({ method: 'POST', url: `${url}/packs`, headers: admin(), payload })
    const answer = await test.app.inject({ method: 'PATCH', url: `${url}/publish`, headers: admin(), payload: {} })
    expect(answer.statusCode).toBe(204)
    const after = await draft()
    expect(after.packs.slice(0, 2)).toEqual(before.packs)
  })
})
