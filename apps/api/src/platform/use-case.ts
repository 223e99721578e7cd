import type { FastifyRequest } from 'fastify'
import type { Caller } from './access/caller.ts'
import type { TenantDb } from './database/tenant-db.ts'
import type { Platform } from './platform.ts'

/** What a use case is given: the caller's tenant, the caller, and of the platform only the tools that it names. */
export interface UseCase<Tools extends keyof Platform = never> {
  db: TenantDb
  caller: Caller
  tools: Pick<Platform, Tools>
}

/** What whoever plans a profile needs: registries that are not synchronised are asked for charts that it names. */
export type PlanningTools = 'cipher' | 'workers' | 'config' | 'syncReaders'

/** How routes hand a request to use cases. */
export const useCasesWith =
  <Tools extends keyof Platform>(tools: Pick<Platform, Tools>) =>
  ({ tenantDb, caller }: Pick<FastifyRequest, 'tenantDb' | 'caller'>): UseCase<Tools> => ({
    db: tenantDb,
    caller,
    tools,
  })
