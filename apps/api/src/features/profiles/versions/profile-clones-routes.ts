import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { route } from '../../../platform/http/route.ts'
import { isVisible } from '../profile-policy.ts'
import { findClones } from './profile-clones-repository.ts'

/** As many as one page of the list. */
const MOST = 50

export const profileClonesRoutes: FastifyPluginAsync = async (app) => {
  route(app, operations.profiles.listClones, async ({ tenantDb, caller, query }) => {
    const found = await findClones(tenantDb, query.uids.split(',').slice(0, MOST))
    const bySource = Map.groupBy(
      found.filter(({ from }) => isVisible(caller, from)),
      ({ from }) => from.uid,
    )
    const items = [...bySource].map(([uid, all]) => {
      const clones = all.filter((clone) => isVisible(caller, clone))
      return {
        uid,
        clones: clones.map(({ uid: of, name, version, project }) => ({ uid: of, name, version, project })),
        others: all.length - clones.length,
      }
    })
    return { items }
  })
}
