import { beforeEach, describe, expect, it } from 'vitest'
import { openTestApp } from '../../testing/test-app.ts'
import { forgetOldAudits } from './audit-retention.ts'

const test = await openTestApp()
beforeEach(async () => {
  const { stage, dev } = test.fixtures
  await test.deps.prisma.$executeRaw`TRUNCATE audit_events`
  for (const { uid } of [stage, dev]) {
    await test.deps.prisma.$executeRaw`
      INSERT INTO audit_events (uid, tenant_uid, actor_uid, actor_email, action, resource_kind, resource_uid, resource_name, at)
      SELECT substr(md5(${uid} || n), 1, 24), ${uid}, 'a', 'a@b.test', 'update', 'macro', '', 'm',
        now() - CASE WHEN n <= 6000 THEN interval '31 days' ELSE interval '29 days' END
      FROM generate_series(1, 6010) n`
  }
})

const kept = () => test.deps.prisma.auditEvent.count()

describe('audit events', () => {
  it('are removed when they have expired, in every tenant and beyond one batch', async () => {
    await forgetOldAudits(test.deps.prisma, 30)
    expect(await kept()).toBe(20)
  })

  it('are kept for ever if so configured', async () => {
    await forgetOldAudits(test.deps.prisma, 0)
    expect(await kept()).toBe(12_020)
  })

  it('are removed by several processes at once', async () => {
    await Promise.all([forgetOldAudits(test.deps.prisma, 30), forgetOldAudits(test.deps.prisma, 30)])
    await forgetOldAudits(test.deps.prisma, 30)
    expect(await kept()).toBe(20)
  })
})
