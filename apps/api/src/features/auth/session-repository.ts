import type { RequestScope } from '../../platform/access/caller.ts'
import type { TenantDb } from '../../platform/database/tenant-db.ts'

export interface NewSession {
  tokenHash: Buffer<ArrayBuffer>
  userUid: string
  expiresAt: Date
}

/** A session always has a new token; one that the browser came with is gone, whoever planted it. */
export async function createSession(db: TenantDb, session: NewSession): Promise<void> {
  await db.session.create({ data: { ...session, tenantUid: db.$tenantUid } })
}

export async function deleteSession(db: TenantDb, tokenHash: Buffer<ArrayBuffer>): Promise<void> {
  await db.session.deleteMany({ where: { tokenHash } })
}

export async function findTenantScope(db: TenantDb): Promise<RequestScope> {
  const tenant = await db.tenant.findFirstOrThrow()
  return { kind: 'tenant', uid: tenant.uid, name: tenant.name }
}

/** Everything the console shows of who is signed in. */
export async function readSessionFacts(db: TenantDb, userUid: string) {
  const [tenant, user, bindings, projects] = await Promise.all([
    db.tenant.findFirstOrThrow(),
    db.user.findUniqueOrThrow({ where: { uid: userUid } }),
    db.roleBinding.findMany({ where: { userUid }, orderBy: { role: 'asc' } }),
    db.project.findMany({ orderBy: { name: 'asc' } }),
  ])
  return { tenant, user, bindings, projects }
}

export type SessionFacts = Awaited<ReturnType<typeof readSessionFacts>>
