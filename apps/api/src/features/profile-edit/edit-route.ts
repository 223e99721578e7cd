import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { sendWarnings } from '../../platform/http/send-warnings.ts'
import { revisionIn } from '../../platform/http/revision.ts'
import type { Platform } from '../../platform/platform.ts'
import { useCasesWith } from '../../platform/use-case.ts'
import { editProfile, type ProfileEdit } from './profile-edit-service.ts'

export interface ProfileEditOptions {
  platform: Platform
}

type UidRequest = FastifyRequest<{ Params: { uid: string } }>

/** Only some of the changes can be published at once: the queries of the others hold nothing. */
const publishIn = (query: unknown) =>
  typeof query === 'object' && query !== null && 'publish' in query && query.publish === 'true'

/** Applies changes of one kind to the profile of the path and answers nothing, or the uid of what was added. */
export const changer = ({ platform }: ProfileEditOptions) => ({
  change: async (request: UidRequest, reply: FastifyReply, edit: ProfileEdit) => {
    const revision = revisionIn(request.headers)
    const { uid } = request.params
    const edited = await editProfile(useCasesWith(platform)(request), {
      uid,
      edit,
      revision,
      publish: publishIn(request.query),
    })
    sendAuditUid(reply, edited.auditUid)
    sendWarnings(reply, edited.warnings)
  },
  add: async (request: UidRequest, reply: FastifyReply, editWith: (onAdded: (uid: string) => void) => ProfileEdit) => {
    let added = ''
    const edit = editWith((uid) => {
      added = uid
    })
    const answer = () => ({ uid: added })
    const revision = revisionIn(request.headers)
    const { uid } = request.params
    const edited = await editProfile(useCasesWith(platform)(request), { uid, edit, revision, answer })
    sendAuditUid(reply, edited.auditUid)
    sendWarnings(reply, edited.warnings)
    return answer()
  },
})

/** Undefined where nothing is said of it. */
export const publishOf = ({ publish }: { publish?: string | undefined }) =>
  publish === undefined ? undefined : publish === 'true'
