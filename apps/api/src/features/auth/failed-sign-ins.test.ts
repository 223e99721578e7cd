import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD } from '../../testing/fixtures.ts'
import { buildTestApp, type TestApp } from '../../testing/test-app.ts'

let test: TestApp
let log = ''
beforeAll(async () => {
  const logTo = new PassThrough()
  logTo.on('data', (chunk: Buffer) => (log += chunk.toString()))
  test = await buildTestApp({ logTo })
})
afterAll(() => test.close())

const signIn = (email: string, password: string, remoteAddress: string) =>
  test.app.inject({
    method: 'POST',
    url: '/v1/auth/authenticate',
    remoteAddress,
    payload: { emailId: email, password },
  })
const failuresOf = (uid: string) =>
  test.deps.prisma.auditEvent.findMany({ where: { action: 'refuse-login', resourceUid: uid } })
const refusals = () =>
  log
    .split('\n')
    .filter((line) => line.includes('sign-in refused'))
    .map((line): unknown => JSON.parse(line))

describe('wrong passwords', () => {
  it('for many accounts from one address lock nobody else out', async () => {
    for (let index = 0; index < 45; index += 1) await signIn(`guess${index}@stage.test`, 'wrong', '192.0.2.3')
    const { email } = test.fixtures.dev.users.projectAdmin
    expect((await signIn(email, PASSWORD, '192.0.2.3')).statusCode).toBe(200)
  })

  it('for one account lock out nobody else at that address', async () => {
    const { tenantViewer, projectAdmin } = test.fixtures.dev.users
    for (let count = 0; count < 40; count += 1) await signIn(tenantViewer.email, 'wrong', '192.0.2.4')
    expect((await signIn(tenantViewer.email, PASSWORD, '192.0.2.4')).statusCode).toBe(429)
    expect((await signIn(projectAdmin.email, PASSWORD, '192.0.2.4')).statusCode).toBe(200)
  })

  it('are in the audit log of the account’s tenant with their address', async () => {
    const { uid, email } = test.fixtures.stage.users.projectAdmin
    await signIn(email, 'wrong', '192.0.2.5')
    const [event] = await failuresOf(uid)
    expect(event).toMatchObject({ tenantUid: test.fixtures.stage.uid, actorUid: uid, address: '192.0.2.5' })
    expect(JSON.parse(event?.details ?? '{}')).toEqual({ via: 'token', code: 'InvalidCredentials' })
  })

  it('are in the log with their address, for known and unknown accounts, without what was typed', async () => {
    const { uid, email } = test.fixtures.stage.users.projectViewer
    await signIn(email, 'wrong-but-secret', '192.0.2.6')
    await signIn('nobody@stage.test', 'wrong-but-secret', '192.0.2.7')
    expect(refusals()).toContainEqual(expect.objectContaining({ level: 40, address: '192.0.2.6', userUids: [uid] }))
    expect(refusals()).toContainEqual(expect.objectContaining({ level: 40, address: '192.0.2.7', userUids: [] }))
    expect(log).not.toMatch(/wrong-but-secret|nobody@stage/)
  })

  it('that are no longer checked are in the log too', async () => {
    const { email } = test.fixtures.stage.users.tenantViewer
    for (let count = 0; count < 9; count += 1) await signIn(email, 'wrong', '192.0.2.8')
    expect(refusals()).toContainEqual(expect.objectContaining({ address: '192.0.2.8', code: 'TooManyRequests' }))
  })
})
