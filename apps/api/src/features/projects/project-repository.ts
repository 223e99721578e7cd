import type { Caller } from '../../platform/caller.ts'
import type { TenantClient } from '../../platform/tenant-db.ts'

/** The projects that a caller may enter: all of them with a role in the tenant, else those with a role of their own. */
export async function listProjects(db: TenantClient, { userUid, tenantUid }: Pick<Caller, 'userUid' | 'tenantUid'>) {
  const bindings = await db.roleBinding.findMany({ where: { userUid } })
  const scopeUids = bindings.map((binding) => binding.scopeUid)
  const where = scopeUids.includes(tenantUid) ? {} : { uid: { in: scopeUids } }
  return db.project.findMany({ where, orderBy: { name: 'asc' } })
}

export type ProjectRow = Awaited<ReturnType<typeof listProjects>>[number]
