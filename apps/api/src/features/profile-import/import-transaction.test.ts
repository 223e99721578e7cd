import { expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { profileJson, uploadOf } from '../../testing/documents.ts'
import { countLockWaiters, holdLock } from '../../testing/held-locks/held-lock.ts'
import { writeProfile } from '../../testing/profiles.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()
const stage = () => test.fixtures.stage
const db = () => test.deps.tenantDb(stage().uid)
await addRegistry(db(), { name: 'Public Repo', packs: [{ name: 'page', version: '1.0.0' }] })

it('an import that loses its name while it writes leaves no macro of its own behind', async () => {
  const place = { tenantUid: stage().uid, scope: 'project', scopeUid: stage().projects.default } as const
  const first = holdLock(db(), (tx) => writeProfile(tx, test.deps.cipher, { ...place, name: 'web' }))
  await first.isHeld
  const macros = (['project', 'tenant'] as const).map((scope) => ({ name: `of-${scope}`, value: 'north', scope }))
  const values = macros.map(({ name }) => `${name}: "{{.spectro.macro.${name}}}"\n`).join('')
  const { payload, headers } = uploadOf(profileJson({ name: 'web', values }), { decisions: { macros } })
  const second = test.app.inject({
    method: 'POST',
    url: '/v1/clusterprofiles/import/file',
    payload,
    headers: { ...as(stage().users.tenantAdmin, stage().projects.default), ...headers },
  })
  await expect.poll(() => countLockWaiters(test.deps.prisma)).toBe(1)
  await first.release()
  expect([(await second).statusCode, (await second).json().code]).toEqual([409, 'ClusterProfileAlreadyExists'])
  expect(await db().macro.count()).toBe(0)
})
