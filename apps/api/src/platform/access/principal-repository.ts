import { z } from 'zod'
import { Prisma, type Database } from '../database/prisma.ts'
import { isSecretOf, type ApiKeyParts } from './credentials/api-key.ts'
import type { TokenSubject } from './credentials/access-token.ts'
import { heldRowSchema, readHeldRole, type HeldRole } from './roles/held-role.ts'

/**
 * A user with everything that access needs, read in one statement. Nothing is cached between requests, so a revoked
 * right is gone at once.
 */
export interface Principal {
  userUid: string
  email: string
  tenantUid: string
  tenantName: string
  held: readonly HeldRole[]
  /** The session of the request's cookie or token; undefined for an API key. */
  sessionUid: string | undefined
  /** The project that the request names, if it belongs to this tenant. */
  project: { uid: string; name: string } | undefined
}

const rowSchema = z.object({
  user_uid: z.string(),
  email: z.string(),
  tenant_uid: z.string(),
  tenant_name: z.string(),
  project_uid: z.string().nullable(),
  project_name: z.string().nullable(),
  held: z.array(heldRowSchema),
  key_hash: z.instanceof(Uint8Array).nullable(),
  session_uid: z.string().nullable(),
  is_stale: z.boolean(),
})
const rowsSchema = z.array(rowSchema)

/** Minutes without a request after which a session ends. Its absolute end is its expires_at. */
export const SESSION_IDLE_MINUTES = 120

interface Source {
  join: Prisma.Sql
  where: Prisma.Sql
  keyHash: Prisma.Sql
  sessionUid: Prisma.Sql
  /** Whether to note that the credential was used: once a minute, not at every request. */
  isStale: Prisma.Sql
  /** The statement that notes it, inside a WITH that has other members. */
  note: Prisma.Sql
}

const isOlderThanAMinute = (column: Prisma.Sql) =>
  Prisma.sql`(${column} IS NULL OR ${column} < now() - interval '1 minute')`
const ofUser = isOlderThanAMinute(Prisma.sql`u.last_seen_at`)

const byUser = (userUid: string): Source => ({
  join: Prisma.empty,
  where: Prisma.sql`u.uid = ${userUid}`,
  keyHash: Prisma.sql`NULL::bytea`,
  sessionUid: Prisma.sql`NULL`,
  isStale: Prisma.sql`false`,
  note: Prisma.sql`SELECT 1`,
})

const byApiKey = (publicId: string): Source => ({
  join: Prisma.sql`JOIN api_keys k ON k.user_uid = u.uid`,
  where: Prisma.sql`k.public_id = ${publicId} AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())`,
  keyHash: Prisma.sql`k.key_hash`,
  sessionUid: Prisma.sql`NULL`,
  isStale: isOlderThanAMinute(Prisma.sql`k.last_used_at`),
  note: Prisma.sql`UPDATE api_keys k SET last_used_at = now()
    WHERE k.public_id = ${publicId} AND ${isOlderThanAMinute(Prisma.sql`k.last_used_at`)}`,
})

/** A cookie is found by its digest, a token by the session uid in it. */
const bySession = (isIt: Prisma.Sql): Source => ({
  join: Prisma.sql`JOIN sessions s ON s.user_uid = u.uid`,
  where: Prisma.sql`${isIt} AND s.expires_at > now()
    AND s.last_seen_at > now() - make_interval(mins => ${SESSION_IDLE_MINUTES}::int)`,
  keyHash: Prisma.sql`NULL::bytea`,
  sessionUid: Prisma.sql`s.uid`,
  isStale: Prisma.sql`(s.last_seen_at < now() - interval '1 minute' OR ${ofUser})`,
  note: Prisma.sql`UPDATE sessions s SET last_seen_at = now() WHERE ${isIt}`,
})

const isOfCookie = (tokenHash: Uint8Array) => Prisma.sql`s.token_hash = ${tokenHash}`
const isOfToken = ({ userUid, sessionUid }: TokenSubject) =>
  Prisma.sql`s.uid = ${sessionUid} AND s.user_uid = ${userUid} AND s.token_hash IS NULL`

async function find(prisma: Database, source: Source, projectUid: string | undefined) {
  const rows = await prisma.$queryRaw(Prisma.sql`
    SELECT u.uid AS user_uid, u.email, u.tenant_uid, t.name AS tenant_name, p.uid AS project_uid, p.name AS project_name,
      coalesce((SELECT json_agg(json_build_object('scopeUid', h.scope_uid, 'role', h.role, 'customName', h.custom_name,
          'customScope', h.custom_scope, 'customPermissions', h.custom_permissions))
        FROM held_roles h WHERE h.user_uid = u.uid AND h.tenant_uid = u.tenant_uid), '[]') AS held,
      ${source.keyHash} AS key_hash, ${source.sessionUid} AS session_uid, ${source.isStale} AS is_stale
    FROM users u JOIN tenants t ON t.uid = u.tenant_uid ${source.join}
    LEFT JOIN projects p ON p.uid = ${projectUid ?? ''} AND p.tenant_uid = u.tenant_uid
    WHERE u.disabled_at IS NULL AND ${source.where}`)
  const [row] = rowsSchema.parse(rows)
  return row
}

/** Last use is shown in lists of people and keys. Of many concurrent requests, one notes it. */
async function noteUse(prisma: Database, { note }: Source, userUid: string): Promise<void> {
  await prisma.$executeRaw`WITH noted AS (${note}) UPDATE users u SET last_seen_at = now()
    WHERE u.uid = ${userUid} AND ${ofUser}`
}

function toPrincipal(row: z.infer<typeof rowSchema>): Principal {
  const { project_uid: uid, project_name: name } = row
  return {
    userUid: row.user_uid,
    email: row.email,
    tenantUid: row.tenant_uid,
    tenantName: row.tenant_name,
    held: row.held.flatMap(readHeldRole),
    sessionUid: row.session_uid ?? undefined,
    project: uid !== null && name !== null ? { uid, name } : undefined,
  }
}

export interface PrincipalRepository {
  findByUser: (userUid: string, projectUid: string | undefined) => Promise<Principal | undefined>
  findByToken: (subject: TokenSubject, projectUid: string | undefined) => Promise<Principal | undefined>
  findByApiKey: (key: ApiKeyParts, projectUid: string | undefined) => Promise<Principal | undefined>
  findBySession: (tokenHash: Uint8Array<ArrayBuffer>, projectUid: string | undefined) => Promise<Principal | undefined>
  /** The same without noting a use: the server's own repeated checks must not keep a session alive. */
  unnoted: () => PrincipalRepository
}

export function createPrincipalRepository(prisma: Database, note = noteUse): PrincipalRepository {
  const findAndNote = async (
    source: Source,
    projectUid: string | undefined,
    isRight = (_row: z.infer<typeof rowSchema>) => true,
  ) => {
    const row = await find(prisma, source, projectUid)
    if (!row || !isRight(row)) return undefined
    if (row.is_stale) await note(prisma, source, row.user_uid)
    return toPrincipal(row)
  }
  return {
    findByUser: (userUid, projectUid) => findAndNote(byUser(userUid), projectUid),
    findByToken: (subject, projectUid) => findAndNote(bySession(isOfToken(subject)), projectUid),
    findByApiKey: ({ publicId, secret }, projectUid) =>
      findAndNote(byApiKey(publicId), projectUid, (row) => !!row.key_hash && isSecretOf(secret, row.key_hash)),
    findBySession: (tokenHash, projectUid) => findAndNote(bySession(isOfCookie(tokenHash)), projectUid),
    unnoted: () => createPrincipalRepository(prisma, async () => undefined),
  }
}
