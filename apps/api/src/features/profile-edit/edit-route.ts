import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { warningsBody } from '../../platform/errors/warnings.ts'
import { sendWarnings } from '../../platform/http/send-warnings.ts'
import { revisionIn } from '../../platform/http/revision.ts'
import type { Platform } from '../../platform/platform.ts'
import { useCasesWith } from '../../platform/use-case.ts'
import type { Edited } from './edit-audit.ts'
import { editProfile, type Editing, type ProfileEdit } from './profile-edit-service.ts'

/** Sends the headers of a change: its audit event and its warnings. */
export function sendEdited(reply: FastifyReply, { auditUid, warnings }: Pick<Edited, 'auditUid' | 'warnings'>): void {
  sendAuditUid(reply, auditUid)
  sendWarnings(reply, warnings)
}

/** The same for a new profile. @returns the response body */
export function sendMade(reply: FastifyReply, made: Edited) {
  sendEdited(reply, made)
  return { uid: made.uid, ...warningsBody(made.warnings) }
}

type UidRequest = FastifyRequest<{ Params: { uid: string } }>

/** Only some changes can be published at once; the queries of the others are empty. */
const publishIn = (query: unknown) =>
  typeof query === 'object' && query !== null && 'publish' in query && query.publish === 'true'

/**
 * Applies one kind of change to the profile in the path, and answers with nothing, or with the uid of what was added.
 */
export function changer(platform: Platform) {
  const use = useCasesWith(platform)
  const apply = async (request: UidRequest, reply: FastifyReply, change: Pick<Editing, 'edit' | 'answer'>) => {
    const { params, query, headers } = request
    const editing = { uid: params.uid, revision: revisionIn(headers), publish: publishIn(query), ...change }
    sendEdited(reply, await editProfile(use(request), editing))
  }
  return {
    change: (request: UidRequest, reply: FastifyReply, edit: ProfileEdit) => apply(request, reply, { edit }),
    add: async (
      request: UidRequest,
      reply: FastifyReply,
      editWith: (onAdded: (uid: string) => void) => ProfileEdit,
    ) => {
      let added = ''
      const edit = editWith((uid) => {
        added = uid
      })
      const answer = () => ({ uid: added })
      await apply(request, reply, { edit, answer })
      return answer()
    },
  }
}

/** Undefined if the request does not mention it. */
export const publishOf = ({ publish }: { publish?: string | undefined }) =>
  publish === undefined ? undefined : publish === 'true'
