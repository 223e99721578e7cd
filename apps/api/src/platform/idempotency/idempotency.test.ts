import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { packOf, profileJson, uploadOf } from '../../testing/documents.ts'
import { as, openTestApp } from '../../testing/test-app.ts'
import { createLifeline } from '../database/upkeep/lifeline.ts'
import { newUid } from '../database/uid.ts'
import { lockVersions } from '../../features/profiles/write/version-order-repository.ts'
import { countLockWaiters, holdLock } from '../../testing/held-locks/held-lock.ts'
import { createIdempotencyKeys, keepAnswer } from './idempotency-repository.ts'

const IMPORT = '/v1/clusterprofiles/import'
const packs = [packOf({ name: 'page', values: 'a: 1\n' })]

const test = await openTestApp()
let key: string
await addRegistry(test.deps.tenantDb(test.fixtures.stage.uid), {
  name: 'Public Repo',
  packs: [{ name: 'page', version: '1.0.0' }],
})
beforeEach(() => {
  key = newUid()
})

const admin = () => as(test.fixtures.stage.users.tenantAdmin, test.fixtures.stage.projects.default)
const send = (url: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
  test.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...admin(), 'content-type': 'application/json', 'idempotency-key': key, ...headers },
  })
const profile = (name = key) => profileJson({ name, packs })
const profilesNamed = (name: string) => test.deps.prisma.profile.count({ where: { name } })
const keyRows = () => test.deps.prisma.idempotencyKey.findMany({ orderBy: { createdAt: 'desc' }, take: 1 })
const changeKey = (data: object) => test.deps.prisma.idempotencyKey.updateMany({ data })

describe('a request that creates and is sent again with its key', () => {
  it('gets the first answer, and creates nothing more', async () => {
    const first = await send(IMPORT, profile())
    const again = await send(IMPORT, profile())
    expect([first.statusCode, first.headers['idempotency-replayed']]).toEqual([201, undefined])
    expect([again.statusCode, again.headers['idempotency-replayed']]).toEqual([201, 'true'])
    expect(again.body).toBe(first.body)
    expect(again.headers['audituid']).toBe(first.headers['audituid'])
    expect(again.headers['content-type']).toBe(first.headers['content-type'])
    expect(await profilesNamed(key)).toBe(1)
  })

  it('creates one profile however many are sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(IMPORT, profile())))
    const created = answers.filter(({ statusCode }) => statusCode === 201)
    const waiting = answers.filter(({ statusCode }) => statusCode !== 201)
    expect(created.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1)
    expect(new Set(created.map(({ body }) => body)).size).toBe(1)
    for (const { statusCode, headers, body } of waiting) {
      expect([statusCode, JSON.parse(body).code]).toEqual([409, 'IdempotencyKeyInUse'])
      expect(headers['retry-after']).toMatch(/^\d+$/)
    }
    expect(await profilesNamed(key)).toBe(1)
  })

  it('is refused if it is a different request', async () => {
    await send(IMPORT, profile())
    const others = [
      await send(IMPORT, profile(`other-${key}`)),
      await send(`${IMPORT}?publish=true`, profile()),
      await send(IMPORT, profile(), { projectuid: test.fixtures.stage.projects.other }),
    ]
    expect(others.map((other) => [other.statusCode, other.json().code])).toEqual(
      others.map(() => [422, 'IdempotencyKeyReused']),
    )
  })

  it('is recognised as the same upload by its content, not by its boundary', async () => {
    const upload = uploadOf(profile())
    const first = await send(`${IMPORT}/file`, upload.payload, upload.headers)
    const boundary = 'another-boundary'
    const payload = upload.payload.toString().replaceAll('waybill-test-boundary', boundary)
    const again = await send(`${IMPORT}/file`, payload, { 'content-type': `multipart/form-data; boundary=${boundary}` })
    expect([first.statusCode, again.statusCode, again.body]).toEqual([201, 201, first.body])
    const other = uploadOf(profile(`other-${key}`))
    expect((await send(`${IMPORT}/file`, other.payload, other.headers)).statusCode).toBe(422)
  })

  it('is supported by every operation that answers 201', async () => {
    const { uid } = (await send(IMPORT, profile())).json()
    for (const [url, body] of [
      ['/v1/clusterprofiles', { metadata: { name: `c-${key}` }, spec: { template: { type: 'add-on' } } }],
      [`/v1/clusterprofiles/${uid}/clone`, { metadata: { name: `d-${key}` } }],
      [`/v1/clusterprofiles/${uid}/packs`, { pack: { name: 'm', type: 'manifest', tag: '1.0.0', layer: 'addon' } }],
    ] as const) {
      const first = await send(url, JSON.stringify(body))
      const again = await send(url, JSON.stringify(body))
      expect([url, first.statusCode, again.statusCode, again.body]).toEqual([url, 201, 201, first.body])
      expect(again.headers['idempotency-replayed']).toBe('true')
    }
  })

  it('is a different one for another user', async () => {
    const first = await send(IMPORT, profile())
    const { users, projects } = test.fixtures.stage
    const other = await send(IMPORT, profile(`other-${key}`), as(users.projectAdmin, projects.default))
    expect([first.statusCode, other.statusCode, other.headers['idempotency-replayed']]).toEqual([201, 201, undefined])
  })
})

describe('a key', () => {
  it('is not used up by a request that was refused', async () => {
    expect((await send(IMPORT, profileJson({ name: key, packs: [packOf({ name: 'unknown' })] }))).statusCode).toBe(422)
    expect((await send(IMPORT, profile())).statusCode).toBe(201)
  })

  it('that is invalid is refused', async () => {
    const answer = await send(IMPORT, profile(), { 'idempotency-key': 'k'.repeat(300) })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'InvalidRequest'])
  })

  it('is free again a day later', async () => {
    await send(IMPORT, profile())
    await changeKey({ createdAt: new Date(Date.now() - 25 * 3_600_000) })
    expect((await send(IMPORT, profile(`other-${key}`))).statusCode).toBe(201)
  })

  it('with an answer keeps it if its request fails afterwards', async () => {
    const db = test.deps.tenantDb(test.fixtures.stage.uid)
    const keys = createIdempotencyKeys(db)
    const claim = { digest: randomBytes(32), fingerprint: randomBytes(32), word: newUid(), holder: null }
    await keys.take(claim)
    await keepAnswer(db, claim, { status: 201, body: randomBytes(8), warnings: '', auditUid: '' })
    await keys.release(claim)
    expect(await keys.findHeld(claim.digest)).toMatchObject({ status: 201 })
  })

  it('is stored as digests and ciphertext', async () => {
    const { uid } = (await send(IMPORT, profile())).json()
    const [row] = await keyRows()
    expect(Buffer.from(row?.body ?? []).includes(uid)).toBe(false)
    expect(JSON.stringify(row)).not.toContain(key)
  })
})

describe('a server that was killed', () => {
  const claimed = { status: null, body: null, auditUid: '' }

  it('before it wrote anything holds no key: it is free as soon as the server’s database session is gone', async () => {
    const killed = createLifeline(test.databaseUrl)
    await send(IMPORT, profile(`first-${key}`))
    await changeKey({ ...claimed, leasedUntil: new Date(Date.now() + 60_000), holder: await killed.number() })
    expect((await send(IMPORT, profile(`first-${key}`))).statusCode).toBe(409)
    await killed.close()
    await expect.poll(async () => (await send(IMPORT, profile(`second-${key}`))).statusCode).toBe(201)
  })

  it('at a time in the future holds no key until then', async () => {
    await send(IMPORT, profile(`first-${key}`))
    await changeKey({ ...claimed, leasedUntil: new Date(Date.now() + 3_600_000) })
    expect((await send(IMPORT, profile(`second-${key}`))).statusCode).toBe(201)
  })

  it('without anybody knowing holds the key until its lease ends, and no longer', async () => {
    await send(IMPORT, profile(`first-${key}`))
    await changeKey({ ...claimed, leasedUntil: new Date(Date.now() + 60_000), holder: null })
    const early = await send(IMPORT, profile(`first-${key}`))
    expect([early.statusCode, early.json().code]).toEqual([409, 'IdempotencyKeyInUse'])
    await changeKey({ leasedUntil: new Date(Date.now() - 1_000) })
    expect((await send(IMPORT, profile(`second-${key}`))).statusCode).toBe(201)
  })

  it('and comes back late rolls back what it did, because another request took the key over', async () => {
    const db = test.deps.tenantDb(test.fixtures.stage.uid)
    const scopeUid = test.fixtures.stage.projects.default
    const lock = holdLock(db, (tx) => lockVersions(tx, { scopeUid, name: key }))
    await lock.isHeld
    const sent = send(IMPORT, profile())
    await expect.poll(() => countLockWaiters(test.deps.prisma)).toBe(1)
    await db.idempotencyKey.updateMany({ where: { status: null }, data: { claim: 'taken' } })
    await lock.release()
    const answer = await sent
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'IdempotencyKeyInUse'])
    expect(await profilesNamed(key)).toBe(0)
  })
})
