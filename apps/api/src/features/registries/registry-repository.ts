import type { TenantClient } from '../../platform/tenant-db.ts'

const METADATA = { uid: true, name: true, kind: true, scope: true, isDefault: true, isPrivate: true } as const

export function createRegistryRepository(db: TenantClient) {
  return {
    /** `scope` is `system` or `tenant`; absent, empty and `all` are every registry (contract §g). */
    listMetadata: (scope?: string) =>
      db.registry.findMany({
        where: scope && scope !== 'all' ? { scope } : {},
        select: METADATA,
        orderBy: [{ name: 'asc' }, { uid: 'asc' }],
      }),
  }
}
