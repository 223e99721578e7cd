import { AsyncLocalStorage } from 'node:async_hooks'

/** Sees all tenants' rows, for sign-in, housekeeping and seeding. Cannot be mistaken for a uid. */
export const EVERY_TENANT = '*'

/** Used in place of a tenant's uid for requests that nobody is signed in for. */
export const INSTALLATION = '0'.repeat(24)

const scope = new AsyncLocalStorage<string>()

/** Statements sent inside `send` carry the tenant, whatever pool or queue they pass through. */
export const inTenant = <T>(tenantUid: string, send: () => PromiseLike<T>): Promise<T> =>
  // Awaited inside: Prisma's promises send nothing until they are awaited.
  scope.run(tenantUid, async () => await send())

/** Undefined outside any tenant: the database then shows no rows at all. */
export const tenantOfStatement = (): string | undefined => scope.getStore()
