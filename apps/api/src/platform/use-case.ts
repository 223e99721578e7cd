import type { FastifyRequest } from 'fastify'
import type { Caller } from './access/caller.ts'
import type { TenantDb } from './database/tenant-db.ts'
import type { Platform } from './platform.ts'

/** What a use case is given: the caller, the caller's tenant, and only those tools of the platform that it names. */
export interface UseCase<Tools extends keyof Platform = never> {
  db: TenantDb
  caller: Caller
  tools: Pick<Platform, Tools>
}

/** The tools for planning a profile: charts that it names may be looked up in registries that are not synchronised. */
export type PlanningTools = 'cipher' | 'workers' | 'config' | 'syncReaders'

/** How routes pass a request to use cases. */
export const useCasesWith =
  <Tools extends keyof Platform>(tools: Pick<Platform, Tools>) =>
  ({ tenantDb, caller }: Pick<FastifyRequest, 'tenantDb' | 'caller'>): UseCase<Tools> => ({
    db: tenantDb,
    caller,
    tools,
  })
