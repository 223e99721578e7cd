import type { FastifyRequest } from 'fastify'
import type { Caller } from './access/caller.ts'
import type { TenantDb } from './database/tenant-db.ts'
import type { Platform } from './platform.ts'

/** What a use case is given: the caller, the caller's tenant, and those tools of the platform that it names, if any. */
export type UseCase<Tools extends keyof Platform = never> = { db: TenantDb; caller: Caller } & ([Tools] extends [never]
  ? unknown
  : { tools: Pick<Platform, Tools> })

/** The tools for planning a profile: charts that it names may be looked up in registries that are not synchronised. */
export type PlanningTools = 'cipher' | 'workers' | 'config' | 'syncReaders'

type Asked = Pick<FastifyRequest, 'tenantDb' | 'caller'>

/** How routes pass a request to use cases. */
export const useCaseOf = ({ tenantDb: db, caller }: Asked): UseCase => ({ db, caller })

/** The same with tools of the platform. */
export const useCasesWith =
  <Tools extends keyof Platform>(tools: Pick<Platform, Tools>) =>
  (request: Asked) => ({ ...useCaseOf(request), tools })
