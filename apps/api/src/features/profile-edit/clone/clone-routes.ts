import type { cloneMetadataSchema } from '@waybill/api-contract'
import { operations } from '@waybill/api-contract/operations'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { AppError } from '../../../platform/errors/app-error.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { sendMade } from '../edit-route.ts'
import { checkClone, cloneProfile } from './profile-clone-service.ts'

type CloneMetadata = z.infer<typeof cloneMetadataSchema>

export const cloneRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.profileEdits.clone, async (request, reply) => {
    const { name, version } = request.body.metadata
    const target = await targetOf(request, request.body.metadata)
    const wanted = { uid: request.params.uid, name, version: version || undefined, target }
    return sendMade(reply, await cloneProfile(use(request), wanted))
  })

  route(app, operations.profileEdits.validateClone, async (request) => {
    const { name, version } = request.body
    const target = await targetOf(request, request.body)
    await checkClone(use(request), { uid: request.params.uid, name, version: version || undefined, target })
  })
}

/** The clone's scope; without a target, the scope of the request. */
async function targetOf(request: FastifyRequest, { target }: CloneMetadata) {
  if (!target) return request.caller
  if (target.scope === 'tenant') return request.callerIn(undefined)
  if (target.scope === 'project') return request.callerIn(target.projectUid || request.caller.scope.uid)
  throw new AppError('NotSupported', { params: { scope: target.scope } })
}
