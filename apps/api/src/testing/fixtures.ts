import { createApiKey } from '../platform/access/credentials/api-key.ts'
import { hashPassword } from '../platform/access/credentials/password.ts'
import type { Database } from '../platform/database/prisma.ts'
import { newUid } from '../platform/database/uid.ts'

export const PASSWORD = 'correct horse battery staple'

export interface FixtureUser {
  uid: string
  email: string
  apiKey: string
  roles: readonly { scopeUid: string; role: string }[]
}

export interface FixtureTenant {
  uid: string
  name: string
  projects: { default: string; other: string }
  users: { tenantAdmin: FixtureUser; tenantViewer: FixtureUser; projectAdmin: FixtureUser; projectViewer: FixtureUser }
}

let passwordHash: Promise<string> | undefined

/** Two equal tenants with projects Default and Other, and users whose project roles are held in Default only. */
export async function createFixtures(prisma: Database): Promise<{ stage: FixtureTenant; dev: FixtureTenant }> {
  return { stage: await createTenant(prisma, 'Stage'), dev: await createTenant(prisma, 'Dev') }
}

async function createTenant(prisma: Database, name: string): Promise<FixtureTenant> {
  const tenantUid = newUid()
  const projects = { default: newUid(), other: newUid() }
  await prisma.tenant.create({ data: { uid: tenantUid, name } })
  await prisma.project.createMany({
    data: [
      { uid: projects.default, tenantUid, name: 'Default' },
      { uid: projects.other, tenantUid, name: 'Other' },
    ],
  })
  const user = (email: string, scopeUid: string, role: string) =>
    createUser(prisma, { tenantUid, email: `${email}@${name.toLowerCase()}.test`, roles: [{ scopeUid, role }] })
  return {
    uid: tenantUid,
    name,
    projects,
    users: {
      tenantAdmin: await user('tenant-admin', tenantUid, 'Tenant Admin'),
      tenantViewer: await user('tenant-viewer', tenantUid, 'Tenant Viewer'),
      projectAdmin: await user('project-admin', projects.default, 'Project Admin'),
      projectViewer: await user('project-viewer', projects.default, 'Project Viewer'),
    },
  }
}

interface NewUser {
  tenantUid: string
  email: string
  roles: readonly { scopeUid: string; role: string }[]
}

/** Creates a user with an API key. */
export async function createUser(prisma: Database, { tenantUid, email, roles }: NewUser): Promise<FixtureUser> {
  passwordHash ??= hashPassword(PASSWORD)
  const uid = newUid()
  const { apiKey, publicId, keyHash } = createApiKey()
  await prisma.user.create({ data: { uid, tenantUid, email, passwordHash: await passwordHash } })
  await prisma.roleBinding.createMany({ data: roles.map((role) => ({ ...role, tenantUid, userUid: uid })) })
  await prisma.apiKey.create({ data: { uid: newUid(), tenantUid, userUid: uid, name: 'test', publicId, keyHash } })
  return { uid, email, apiKey, roles }
}
