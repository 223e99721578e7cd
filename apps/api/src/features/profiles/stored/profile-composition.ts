import type { FastifyRequest } from 'fastify'
import type { Platform } from '../../../platform/platform.ts'
import { createProfileLoader } from './profile-loader.ts'
import { createProfileReader } from './profile-read-repository.ts'
import { createProfileRemover } from '../write/profile-remove-repository.ts'
import { createProfileService } from '../read/profile-service.ts'

/** The service over the caller's own tenant. */
export function profileServiceFor({ cipher, workers }: Platform, { tenantDb: db, caller }: FastifyRequest) {
  const { findHead, findProfile, listVersions } = createProfileReader(db, cipher)
  const loadProfile = createProfileLoader({
    findProfile,
    inspectLayers: (layers) => workers.run('inspectLayers', layers),
  })
  const removeProfile = createProfileRemover({ db, cipher, caller })
  return createProfileService({ findHead, loadProfile, listVersions, removeProfile }, caller)
}
