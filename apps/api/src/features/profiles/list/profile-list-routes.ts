import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { listMeta, readPage, readWholePage } from '../../../platform/lists/paging.ts'
import { sendJson } from '../../../platform/http/send-json.ts'
import { route } from '../../../platform/http/route.ts'
import { timeLimit } from '../../../platform/time-limits.ts'
import { createQueue } from '../../../platform/workers/queue.ts'
import { toListedVersion, toMetadataJson, toSummary } from './profile-list-presenter.ts'
import {
  listAllVersions,
  listFacets,
  listMetadata,
  listProfiles,
  readProfileSort,
  readVersionsQuestion,
} from './profile-list-repository.ts'
import { listedScopes, requireFilter } from '../profile-policy.ts'

/**
 * With 10,000 profiles one such list takes a connection for a second, and 15 MB: several at once would starve other
 * requests.
 */
const WHOLE_LISTS = { places: 1, maxWaiting: 20, longestWaitMs: 15_000 }

export const profileListRoutes: FastifyPluginAsync = async (app) => {
  route(app, operations.profiles.search, async ({ tenantDb, caller, query, body }) => {
    const page = readPage(query)
    const filter = body?.filter ?? {}
    const scopeUids = listedScopes(caller)
    requireFilter(caller, filter.states ?? [])
    const { profiles, count } = await listProfiles(tenantDb, {
      scopeUids,
      filter,
      sort: readProfileSort(body?.sort ?? []),
      page,
    })
    return { items: profiles.map((profile) => toSummary(profile, caller)), listmeta: listMeta(page, count) }
  })

  const wholeLists = createQueue({ ...WHOLE_LISTS, longestWaitMs: timeLimit(WHOLE_LISTS.longestWaitMs) })
  route(app, operations.profiles.list, async ({ tenantDb, caller, query }) => {
    const page = readWholePage(query)
    const asked = { scopeUids: listedScopes(caller), question: readVersionsQuestion(query), page }
    const leave = query.limit === 0 ? await wholeLists.enter() : undefined
    try {
      const { profiles, count } = await listAllVersions(tenantDb, asked)
      return { items: profiles.map((profile) => toListedVersion(profile, caller)), listmeta: listMeta(page, count) }
    } finally {
      leave?.()
    }
  })

  route(app, operations.profiles.listNames, async ({ tenantDb, caller }, reply) => {
    const listed = await listMetadata(tenantDb, listedScopes(caller))
    return sendJson(reply, toMetadataJson(listed))
  })

  route(app, operations.profiles.listFacets, async ({ tenantDb, caller }) => listFacets(tenantDb, listedScopes(caller)))
}
