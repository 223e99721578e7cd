import { AsyncLocalStorage } from 'node:async_hooks'

/** What sees all tenants' rows, for sign-in, housekeeping and seeding. No uid looks like it. */
export const EVERY_TENANT = '*'

/** Whose rows are those of requests that nobody is signed in for: it stands where others have their tenant's uid. */
export const INSTALLATION = '0'.repeat(24)

const scope = new AsyncLocalStorage<string>()

/** Statements sent meanwhile carry the tenant, whatever pool or queue they pass. */
export const inTenant = <T>(tenantUid: string, send: () => PromiseLike<T>): Promise<T> =>
  // Awaited inside: Prisma's promises send nothing before somebody waits for them.
  scope.run(tenantUid, async () => await send())

/** Undefined where nobody said a tenant: then the database shows no row of anybody's. */
export const tenantOfStatement = (): string | undefined => scope.getStore()
