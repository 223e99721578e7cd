import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { willAnswer } from '../../platform/idempotency/idempotency-claim.ts'
import type { Platform } from '../../platform/platform.ts'
import { useCasesWith } from '../../platform/use-case.ts'
import { editProfile, type ProfileEdit } from './profile-edit-service.ts'
import { documentBodyBytes } from '../../platform/http/uploads/upload-limits.ts'

export interface ProfileEditOptions {
  platform: Platform
}

export const uidParams = z.object({ uid: z.string().max(300) })
export const layerParams = uidParams.extend({ packName: z.string().max(300).describe('Name or uid of the layer') })
export const manifestParams = layerParams.extend({ manifestUid: z.string().max(300) })

/** What all changes of a profile have in common. */
export const mayUpdate = {
  // Read when a route is declared, behind the settings.
  get bodyLimit() {
    return documentBodyBytes()
  },
  config: { access: { permission: 'clusterProfile.update' } },
} as const

type UidRequest = FastifyRequest<{ Params: { uid: string } }>

/** Applies changes of one kind to the profile of the path and answers 204 without a body, or 201 with the uid of what was added. */
export const changer = ({ platform }: ProfileEditOptions) => ({
  change: async (request: UidRequest, reply: FastifyReply, edit: ProfileEdit) => {
    const { auditUid } = await editProfile(useCasesWith(platform)(request), { uid: request.params.uid, edit })
    return sendAuditUid(reply, auditUid).code(204).send(null)
  },
  add: async (request: UidRequest, reply: FastifyReply, editWith: (onAdded: (uid: string) => void) => ProfileEdit) => {
    let added = ''
    const edit = editWith((uid) => {
      added = uid
      willAnswer({ uid })
    })
    const { auditUid } = await editProfile(useCasesWith(platform)(request), { uid: request.params.uid, edit })
    return sendAuditUid(reply, auditUid).code(201).send({ uid: added })
  },
})
