import { randomBytes } from 'node:crypto'
import { createApiKey } from '../../apps/api/src/platform/access/credentials/api-key.ts'
import { hashPassword } from '../../apps/api/src/platform/access/credentials/password.ts'
import type { TenantDb } from '../../apps/api/src/platform/database/tenant-db.ts'
import { newUid } from '../../apps/api/src/platform/database/uid.ts'

export interface DemoAccount {
  email: string
  password: string
  roles: string[]
  apiKey: string
}

interface AccountKind {
  name: string
  firstName: string
  lastName: string
  role: string
  scope: 'tenant' | 'projects'
}

const ACCOUNTS: readonly AccountKind[] = [
  { name: 'tenant-admin', firstName: 'Tenant', lastName: 'Admin', role: 'Tenant Admin', scope: 'tenant' },
  { name: 'project-admin', firstName: 'Project', lastName: 'Admin', role: 'Project Admin', scope: 'projects' },
  { name: 'viewer', firstName: 'Project', lastName: 'Viewer', role: 'Project Viewer', scope: 'projects' },
]

/** A tenant admin, a project admin and a viewer, with random passwords and keys for this installation. */
export async function createAccounts(
  db: TenantDb,
  { tenantName, projectUids }: { tenantName: string; projectUids: readonly string[] },
): Promise<DemoAccount[]> {
  const accounts: DemoAccount[] = []
  for (const kind of ACCOUNTS) accounts.push(await createAccount(db, { kind, tenantName, projectUids }))
  return accounts
}

interface NewAccount {
  kind: AccountKind
  tenantName: string
  projectUids: readonly string[]
}

async function createAccount(db: TenantDb, { kind, tenantName, projectUids }: NewAccount): Promise<DemoAccount> {
  const tenantUid = db.$tenantUid
  const userUid = newUid()
  const email = `${kind.name}@${tenantName.toLowerCase()}.example`
  const password = randomBytes(12).toString('base64url')
  const { apiKey, ...keyColumns } = createApiKey()
  await db.user.create({
    data: {
      uid: userUid,
      tenantUid,
      email,
      firstName: kind.firstName,
      lastName: kind.lastName,
      passwordHash: await hashPassword(password),
    },
  })
  const scopes = kind.scope === 'tenant' ? [tenantUid] : projectUids
  await db.roleBinding.createMany({
    data: scopes.map((scopeUid) => ({ userUid, tenantUid, scopeUid, role: kind.role })),
  })
  await db.apiKey.create({ data: { ...keyColumns, uid: newUid(), tenantUid, userUid, name: 'demo' } })
  return { email, password, roles: [kind.role], apiKey }
}
