import type { SecretRulesBody } from '@waybill/api-contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { addProfile } from '../../testing/profiles.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()

const { stage } = test.fixtures
const db = test.deps.tenantDb(stage.uid)
const packs = [
  { name: 'mailer', version: '1.0.0', values: 'smtp:\n  pin: ""\n' },
  {
    name: 'mailer',
    version: '2.0.0',
    values: 'smtp:\n  code: ""\n',
    schema: 'smtp.token:\n  schema: "{{ required }}"\n',
  },
]
await addRegistry(db, { name: 'Rules', packs })
await addProfile(test, {
  tenantUid: stage.uid,
  name: 'p',
  layers: [{ name: 'second--own', type: 'oci', values: 'a: 1' }],
})

beforeEach(() => db.secretRule.deleteMany())

const headers = () => as(test.fixtures.stage.users.tenantAdmin)
const add = async (packName: string, path: string) => {
  const payload = { packName, path, verdict: 'always' }
  const answer = await test.app.inject({ method: 'POST', url: '/v1/console/secretrules', headers: headers(), payload })
  return answer.json<{ missing?: string }>().missing
}
const listed = async () => {
  const answer = await test.app.inject({ url: '/v1/console/secretrules', headers: headers() })
  return answer.json<SecretRulesBody>().rules.map(({ packName, path, missing }) => [packName, path, missing])
}

describe('a rule of the tenant', () => {
  it('reports that no pack of its name is here', async () => {
    expect(await add('mialer', 'smtp.code')).toBe('pack')
  })

  it('reports that the newest version of its pack has no such path', async () => {
    expect(await add('mailer', 'smtp.pin')).toBe('path')
  })

  it.each(['smtp.code', 'smtp.token', '*.code'])(
    'reports nothing for %s, which values or schema have',
    async (path) => {
      expect(await add('mailer', path)).toBeUndefined()
    },
  )

  it('reports nothing for a layer whose pack no registry has', async () => {
    expect(await add('own', 'anything.here')).toBeUndefined()
  })

  it('reports the same in the list of rules', async () => {
    const rules = [
      ['mialer', 'smtp.code', 'pack'],
      ['mailer', 'smtp.pin', 'path'],
      ['mailer', 'smtp.code', undefined],
      ['own', 'anything.here', undefined],
    ] as const
    for (const [packName, path] of rules) await add(packName, path)
    expect(await listed()).toEqual(expect.arrayContaining([...rules]))
  })
})
