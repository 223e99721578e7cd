import { listHeldRoles } from '../../platform/access/roles/held-role-repository.ts'
import type { RequestScope } from '../../platform/access/caller.ts'
import type { TenantClient, TenantDb } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'

/** How much of a client's User-Agent is stored. */
const USER_AGENT_LENGTH = 512

export interface NewSession {
  /** Hash of a browser's cookie; null for an access token. */
  tokenHash: Buffer<ArrayBuffer> | null
  userUid: string
  expiresAt: Date
  address: string
  userAgent: string | undefined
}

/** A session always gets a new token, so one that somebody planted in the browser is useless. @returns its uid */
export async function createSession(db: TenantClient, { userAgent = '', ...session }: NewSession): Promise<string> {
  const uid = newUid()
  const data = { ...session, uid, tenantUid: db.$tenantUid, userAgent: userAgent.slice(0, USER_AGENT_LENGTH) }
  await db.session.create({ data })
  return uid
}

export async function deleteSession(db: TenantClient, tokenHash: Buffer<ArrayBuffer>): Promise<void> {
  await db.session.deleteMany({ where: { tokenHash } })
}

export async function findTenantScope(db: TenantClient): Promise<RequestScope> {
  const tenant = await db.tenant.findFirstOrThrow()
  return { kind: 'tenant', uid: tenant.uid, name: tenant.name }
}

/** Everything that the console shows about the signed-in user. */
export async function readSessionFacts(db: TenantDb, userUid: string) {
  const [tenant, user, held, projects] = await Promise.all([
    db.tenant.findFirstOrThrow(),
    db.user.findFirstOrThrow({ where: { uid: userUid } }),
    listHeldRoles(db, userUid),
    db.project.findMany(),
  ])
  const byName = projects.toSorted((left, right) => left.name.localeCompare(right.name, 'en'))
  return { tenant, user, held, projects: byName }
}

export type SessionFacts = Awaited<ReturnType<typeof readSessionFacts>>
