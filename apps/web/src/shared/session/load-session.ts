import { api } from '@waybill/api-client'
import type { SessionBody } from '@waybill/api-contract'
import { redirectDocument } from 'react-router'
import { ANONYMOUS, TENANT } from '../http/connection.ts'
import { expectValue } from '../http/expect-value.ts'
import { signInPath } from '../navigation/sign-in-path.ts'
import { isSessionOver } from '../ui/messages/failure-text.ts'
import { rememberSession, usePageSession } from './page-session.ts'

let session: Promise<SessionBody> | undefined

/** Has the next `loadSession` request the session again, after a change of something that it contains. */
export function forgetSession(): void {
  session = undefined
}

/** The session, requested once until `forgetSession`. After a failure it is requested again. */
export function loadSession(request: Request): Promise<SessionBody> {
  session ??= askSession(request).catch((error: unknown) => {
    session = undefined
    throw error
  })
  return session
}

/**
 * Redirects to the sign-in page on the first request without a session; later there is a page, and the user signs in
 * over it.
 */
async function askSession({ url }: Request): Promise<SessionBody> {
  const isFirst = usePageSession.getState().session === null
  const result = await api.session.get(isFirst ? ANONYMOUS : TENANT)
  if (isFirst && !result.ok && isSessionOver(result.error)) {
    const { pathname, search } = new URL(url)
    throw redirectDocument(signInPath(pathname + search))
  }
  const found = expectValue(result)
  rememberSession(found)
  return found
}
