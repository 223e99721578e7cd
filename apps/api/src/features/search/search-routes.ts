import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { listHeldRoles } from '../../platform/access/roles/held-role-repository.ts'
import { route } from '../../platform/http/route.ts'
import { searchable } from './search-policy.ts'
import { searchNames } from './search-repository.ts'

/** One letter is in nearly every name. */
const LEAST_CHARACTERS = 2

export const searchRoutes: FastifyPluginAsync = async (app) => {
  route(app, operations.overview.search, async ({ tenantDb, caller, query }) => {
    const text = query.q.trim()
    if (text.length < LEAST_CHARACTERS) return { items: [] }
    const held = await listHeldRoles(tenantDb, caller.userUid)
    return { items: await searchNames(tenantDb, { text, ...searchable(caller, held) }) }
  })
}
