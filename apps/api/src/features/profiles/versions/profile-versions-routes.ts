import type { ProfileVersionsBody } from '@waybill/api-contract'
import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { route } from '../../../platform/http/route.ts'
import { useCaseOf } from '../../../platform/use-case.ts'
import { listedScopes } from '../profile-policy.ts'
import { getProfileHead } from '../read/profile-service.ts'
import { listTracedVersions, type TracedVersion } from './profile-versions-repository.ts'

export const profileVersionsRoutes: FastifyPluginAsync = async (app) => {
  route(app, operations.profiles.listVersions, async (request) => {
    const { tenantDb, caller, params } = request
    const head = await getProfileHead(useCaseOf(request), params.uid)
    const versions = await listTracedVersions(tenantDb, head, listedScopes(caller))
    return { items: versions.map(toVersion) }
  })
}

type Version = ProfileVersionsBody['items'][number]

const toVersion = (row: TracedVersion): Version => ({
  uid: row.uid,
  version: row.version,
  state: row.isInvalid ? 'invalid' : row.isPublished ? 'published' : 'draft',
  emptyValues: row.emptyValues,
  author: row.author ?? '',
  authorName: row.authorName ?? '',
  createdAt: row.createdAt.toISOString(),
  modifiedAt: row.modifiedAt.toISOString(),
  origin: originOf(row),
})

function originOf({ fileName, isClone, fromUid, fromName, fromVersion }: TracedVersion): Version['origin'] {
  if (fileName !== null) return { kind: 'imported', fileName }
  if (!isClone) return { kind: 'made' }
  const isTold = fromUid !== null && fromName !== null && fromVersion !== null
  return { kind: 'cloned', from: isTold ? { uid: fromUid, name: fromName, version: fromVersion } : null }
}
