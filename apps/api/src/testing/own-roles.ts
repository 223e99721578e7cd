import type { Permission } from '../platform/access/roles/roles.ts'
import { newUid } from '../platform/database/uid.ts'
import { createUser, type FixtureUser } from './fixtures.ts'
import type { TestApp } from './test-app.ts'

/**
 * Creates a user of the tenant Stage who holds a role with exactly these permissions, in the tenant or in the given
 * project.
 */
export async function addHolder(
  { app, deps: { prisma }, fixtures: { stage } }: TestApp,
  permissions: readonly Permission[],
  projectUid?: string,
): Promise<FixtureUser> {
  const name = newUid()
  const made = await app.inject({
    method: 'POST',
    url: '/v1/roles',
    headers: { apikey: stage.users.tenantAdmin.apiKey },
    payload: { metadata: { name }, spec: { permissions, scope: projectUid === undefined ? 'tenant' : 'project' } },
  })
  const { uid: role } = made.json<{ uid: string }>()
  const roles = [{ scopeUid: projectUid ?? stage.uid, role }]
  return createUser(prisma, { tenantUid: stage.uid, email: `${name}@stage.test`, roles })
}
