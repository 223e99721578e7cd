import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { metaColumns, type StringMap } from '../../platform/lists/object-meta.ts'

interface Meta {
  labels?: StringMap | null | undefined
  annotations?: StringMap | null | undefined
}

export interface UserColumns {
  email: string
  firstName: string
  lastName: string
  meta: Meta | undefined
}

/** @returns the uid of the row. @throws AppError UserExists */
export async function insertUser(
  db: TenantClient,
  { meta = {}, ...columns }: UserColumns & { passwordHash: string; hasPassword: boolean },
): Promise<string> {
  const uid = newUid()
  await db.user.create({ data: { uid, tenantUid: db.$tenantUid, ...columns, ...metaColumns(meta) } })
  return uid
}

/** @throws AppError ResourceNotFound */
export async function getAccount(db: TenantClient, where: { uid: string } | { email: string }) {
  const user = await db.user.findFirst({ where })
  if (!user) throw new AppError('ResourceNotFound')
  return user
}

type Account = Awaited<ReturnType<typeof getAccount>>

const FIELDS = ['email', 'firstName', 'lastName', 'labels', 'annotations'] as const
export type Field = (typeof FIELDS)[number]

/** The columns whose values differ. */
export function changedColumns(before: Account, { meta, ...columns }: UserColumns): Partial<Pick<Account, Field>> {
  const after = { ...before, ...columns, ...(meta && metaColumns(meta)) }
  return Object.fromEntries(
    FIELDS.filter((field) => after[field] !== before[field]).map((field) => [field, after[field]]),
  )
}

/** @throws AppError UserExists */
export async function updateUser(
  db: TenantClient,
  uid: string,
  data: Partial<Pick<Account, Field | 'disabledAt'>>,
): Promise<void> {
  await db.user.update({ where: { uid }, data })
}

export async function deleteIdentities(db: TenantClient, uid: string): Promise<void> {
  await db.ssoIdentity.deleteMany({ where: { userUid: uid } })
}

export async function deleteUser(db: TenantClient, uid: string): Promise<void> {
  await db.user.delete({ where: { uid } })
}

export interface PasswordLink {
  madeBy: string
  tokenHash: Buffer<ArrayBuffer>
  expiresAt: Date
}

/** @throws AppError UserDisabled for a user whom the link would not let in */
export async function keepPasswordLink(db: TenantClient, uid: string, { madeBy, ...link }: PasswordLink) {
  const data = { resetTokenHash: link.tokenHash, resetExpiresAt: link.expiresAt, passwordLinkBy: madeBy }
  const { count } = await db.user.updateMany({ where: { uid, disabledAt: null }, data })
  if (count === 0) throw new AppError('UserDisabled')
}
