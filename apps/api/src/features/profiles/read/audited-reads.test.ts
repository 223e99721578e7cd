import { beforeEach, describe, expect, it } from 'vitest'
import { newUid } from '../../../platform/database/uid.ts'
import { addProfile } from '../../../testing/profiles.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

let now: Date
let uid: string
const test = await openTestApp({ now: () => now })
beforeEach(async () => {
  now = new Date('2026-11-28T10:59:59.999Z')
  const layers = [{ name: 'one', values: 'password: Tr0ub4dor-and-3\n' }]
  const variables = [{ name: 'pin', defaultValue: '4711-4711', isSensitive: true }]
  uid = await addProfile(test, { tenantUid: stage().uid, name: newUid(), layers, variables })
})

const stage = () => test.fixtures.stage
const read = (headers = as(stage().users.tenantAdmin), part = '') =>
  test.app.inject({ url: `/v1/clusterprofiles/${uid}${part}`, headers })
const events = () => test.deps.prisma.auditEvent.findMany({ where: { action: 'read', resourceUid: uid } })

describe('reading true values by key', () => {
  it('is audited with profile and person, without values', async () => {
    await read()
    const found = await events()
    expect(found).toMatchObject([{ resourceUid: uid, actorEmail: stage().users.tenantAdmin.email }])
    expect(JSON.stringify(found)).not.toContain('Tr0ub4dor')
  })

  it('is audited once an hour, however many reads come at once and whatever they read', async () => {
    const parts = ['', '/variables', '/packs', '/packs/one', '/packs/one/manifests', '/packs/resolvedValues']
    await Promise.all([...parts, ...parts].map((part) => read(undefined, part)))
    expect(await events()).toHaveLength(1)
  })

  it('is audited again in the next hour', async () => {
    await read()
    now = new Date('2026-11-28T11:00:00.000Z')
    await read()
    expect(await events()).toHaveLength(2)
  })

  it('is not audited if masks were read', async () => {
    await read(as(stage().users.tenantViewer))
    expect(await events()).toEqual([])
  })
})
