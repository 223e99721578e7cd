import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { fittingUpdates, listProfileUpdates } from '../pack-update/index.ts'
import { listedScopes } from '../profiles/index.ts'
import { seesMacros, seesRegistries, statesSeen } from './home-policy.ts'
import { countProfiles, countRegistries, listMissingMacros, listRecent } from './home-repository.ts'

const FIRST = { limit: 5, offset: 0 }
/** Counting stops here: an exact number in the hundreds helps nobody, and counting them all reads every layer. */
const COUNTED_UPDATES = 100

/** The whole page in one request, with a constant number of statements. */
export const homeRoutes: FastifyPluginAsync = async (app) => {
  route(app, operations.overview.home, async ({ tenantDb, caller }) => {
    const scopeUids = listedScopes(caller)
    const [profiles, missingMacros, recent, updates, registries] = await Promise.all([
      countProfiles(tenantDb, { scopeUids, states: statesSeen(caller) }),
      seesMacros(caller) ? listMissingMacros(tenantDb, scopeUids) : [],
      listRecent(tenantDb, scopeUids),
      listProfileUpdates(tenantDb, { scopeUids, uids: [], page: FIRST, most: COUNTED_UPDATES }),
      seesRegistries(caller) ? countRegistries(tenantDb) : null,
    ])
    const { states, ...counts } = profiles
    return {
      attention: {
        states,
        missingMacros,
        failedRegistries: registries?.failed ?? null,
        usableRegistries: registries?.usable ?? null,
      },
      updates: {
        count: Math.min(updates.count, COUNTED_UPDATES),
        hasMore: updates.count > COUNTED_UPDATES,
        profiles: updates.items.map((item) => ({
          uid: item.uid,
          name: item.name,
          version: item.version,
          scope: item.scope,
          packs: fittingUpdates(item).updates.map(({ packName, version, to }) => ({
            name: packName,
            from: version,
            to: to.version,
          })),
        })),
      },
      recent: recent.map(({ at, ...change }) => ({ ...change, at: at.toISOString() })),
      profiles: counts,
    }
  })
}
