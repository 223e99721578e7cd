import { expect, it } from 'vitest'
import { newUid } from '../../platform/database/uid.ts'
import { rowsRead, runExplained } from '../../testing/database/statement-plan.ts'
import { addProfile } from '../../testing/profiles.ts'
import { openTestApp } from '../../testing/test-app.ts'
import { recentChanges } from './home-repository.ts'

const test = await openTestApp()

async function addChanges(tenantUid: string) {
  const nobody = { actorUid: '', actorEmail: '' }
  const change = { tenantUid, ...nobody, action: 'update', resourceKind: 'clusterprofile', resourceName: 'other' }
  const data = Array.from({ length: 3_000 }, () => ({ ...change, uid: newUid(), resourceUid: newUid() }))
  await test.deps.tenantDb(tenantUid).auditEvent.createMany({ data })
}

it('reads no more of the audit log than it shows, even for a tenant that the statistics do not know yet', async () => {
  const { stage, dev } = test.fixtures
  await addChanges(stage.uid)
  await test.deps.prisma.$executeRaw`ANALYZE audit_events`
  await addProfile(test, { tenantUid: dev.uid, isPublished: false, layers: [] })
  await addChanges(dev.uid)
  const db = test.deps.tenantDb(dev.uid)
  expect(rowsRead(await runExplained(db, recentChanges(db, [dev.uid])))).toBeLessThan(100)
})
