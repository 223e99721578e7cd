import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addProfile } from '../../testing/profiles.ts'
import { as, openTestApp } from '../../testing/test-app.ts'
import { unbindCiphertexts } from '../../testing/unbound-ciphertexts.ts'
import { countOldCiphertexts } from './bind-ciphertexts.ts'
import { createCipher } from './cipher.ts'
import { rotateKey } from './rotate-key.ts'
import { addSecretKey } from './secret-key.ts'

const SECRET = 'kept-for-nobody'
const test = await openTestApp()

const profileUid = await addProfile(test, {
  tenantUid: test.fixtures.stage.uid,
  layers: Array.from({ length: 30 }, (_, index) => ({ name: `layer-${index}`, values: `password: ${SECRET}\n` })),
})

const secrets = () => readFileSync(join(test.deps.config.dataDir, 'secret-key'), 'utf8').trim().split('\n')
const rotate = (more: { isAlone?: boolean; forgets?: boolean } = {}) =>
  rotateKey({ config: test.deps.config, ownerUrl: test.databaseUrl, isAlone: false, forgets: false, ...more })
const left = () => countOldCiphertexts({ prisma: test.deps.prisma, cipher: createCipher(secrets()) })
const read = async () => {
  const headers = as(test.fixtures.stage.users.tenantAdmin)
  const { statusCode, body } = await test.app.inject({ url: `/v1/clusterprofiles/${profileUid}`, headers })
  return [statusCode, body.split(SECRET).length - 1]
}

it('rotates the key while the server runs, continues after an interruption, and forgets the old one at last', async () => {
  const before = await read()
  expect(before[0]).toBe(200)
  await unbindCiphertexts(test)

  expect(await rotate()).toContain('texts are encrypted with the newest secret key')
  expect([secrets().length, await left()]).toEqual([1, { texts: 0, answers: 0 }])

  expect(await rotate()).toContain('encrypted with the new secret key')
  expect([secrets().length, await left()]).toEqual([2, { texts: 0, answers: 0 }])
  // The app knew one key when it started.
  expect(await read()).toEqual(before)

  // Interrupted: the new key exists, but no text is encrypted with it yet.
  addSecretKey(test.deps.config.dataDir)
  expect((await left()).texts).toBeGreaterThan(30)
  await rotate()
  expect([secrets().length, await left()]).toEqual([3, { texts: 0, answers: 0 }])
  expect(await read()).toEqual(before)

  expect(await rotate({ forgets: true })).toContain('stop the server first')
  expect(secrets()).toHaveLength(3)
  await rotate({ forgets: true, isAlone: true })
  expect(secrets()).toHaveLength(1)
  expect(await read()).toEqual(before)
})

it('refuses a text from before the binding once its key is forgotten, wherever it is put', async () => {
  const old = 'a key that is forgotten by now'
  const layers = { tenantUid: test.fixtures.stage.uid, table: 'layers', row: '0'.repeat(24), column: 'values' } as const
  const bound = createCipher([old]).encrypt(SECRET, layers)
  const unbound = Buffer.concat([Buffer.of(1), bound.subarray(1)])
  for (const bytes of [bound, unbound])
    expect(() => createCipher(secrets()).decrypt(bytes, layers)).toThrow('not known here')
  // Nor can a bound text be made to look unbound.
  expect(() => createCipher([old]).decrypt(unbound, layers)).toThrow('changed or moved')
})

it('forgets nothing that a text still needs', async () => {
  addSecretKey(test.deps.config.dataDir)
  expect(await rotate({ forgets: true, isAlone: true })).toContain('Nothing was forgotten')
  expect(secrets()).toHaveLength(2)
})
