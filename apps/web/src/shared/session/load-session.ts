import { api } from '@waybill/api-client'
import type { SessionBody } from '@waybill/api-contract'
import { redirectDocument } from 'react-router'
import { ANONYMOUS, TENANT } from '../http/connection.ts'
import { expectValue } from '../http/expect-value.ts'
import { signInPath } from '../navigation/sign-in-path.ts'
import { isSessionOver } from '../ui/messages/failure-text.ts'
import { rememberSession, useRenewal } from './session-renewal.ts'

let session: Promise<SessionBody> | undefined

/** The next `loadSession` asks anew: for what changes something that the session says. */
export function forgetSession(): void {
  session = undefined
}

/** The session, asked for once until something here changes what it says. A failure is asked for again. */
export function loadSession(request: Request): Promise<SessionBody> {
  session ??= askSession(request).catch((error: unknown) => {
    session = undefined
    throw error
  })
  return session
}

/** Who opens the console without a session signs in first; later there is a page, over which one signs in. */
async function askSession({ url }: Request): Promise<SessionBody> {
  const isFirst = useRenewal.getState().user === null
  const result = await api.session.get(isFirst ? ANONYMOUS : TENANT)
  if (isFirst && !result.ok && isSessionOver(result.error)) {
    const { pathname, search } = new URL(url)
    throw redirectDocument(signInPath(pathname + search))
  }
  const found = expectValue(result)
  rememberSession(found)
  return found
}
