import { getSession } from '@waybill/api-client'
import type { SessionBody } from '@waybill/api-contract'
import { expectValue } from '../http/expect-value.ts'

let session: Promise<SessionBody> | undefined

/** The next `loadSession` asks anew: for what changes something that the session says. */
export function forgetSession(): void {
  session = undefined
}

/** The session, asked for once per page load: roles do not change between two clicks. A failure is asked for again. */
export function loadSession(request: Request): Promise<SessionBody> {
  session ??= getSession({ baseUrl: '' })
    .then((result) => expectValue(result, request))
    .catch((error: unknown) => {
      session = undefined
      throw error
    })
  return session
}
