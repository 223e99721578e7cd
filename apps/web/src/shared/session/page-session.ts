import type { ApiRefusal } from '@waybill/api-client'
import type { SessionBody } from '@waybill/api-contract'
import { create } from 'zustand'

export type PageUser = SessionBody['user']

interface PageSession {
  /** As last requested. Its user stays the same until the document is reloaded. */
  session: SessionBody | null
  /** Why requests wait for a renewal: nobody is signed in any more, or somebody else is. */
  reason: 'ended' | 'changed' | null
  /** Whether the dialog was put aside; requests keep waiting. */
  isAside: boolean
}

export const usePageSession = create<PageSession>(() => ({ session: null, reason: null, isAside: false }))

let waiting: (() => void)[] = []

export function rememberSession(session: SessionBody): void {
  usePageSession.setState({ session })
}

/** Sent with every request of the page, so that the server never runs it as somebody else. */
export function pageUserHeaders(): Record<string, string> {
  const { session } = usePageSession.getState()
  return session === null ? {} : { 'Session-User': session.user.uid }
}

/** Holds a request until the page's user has signed in again. */
export function renewSession({ code }: ApiRefusal): Promise<void> {
  usePageSession.setState({ reason: code === 'SessionChanged' ? 'changed' : 'ended', isAside: false })
  return new Promise((resolve) => waiting.push(resolve))
}

export function askToSignIn(): void {
  usePageSession.setState({ reason: 'ended', isAside: false })
}

export function putAside(isAside: boolean): void {
  usePageSession.setState({ isAside })
}

/** Sends the waiting requests. */
export function endRenewal(): void {
  usePageSession.setState({ reason: null })
  const released = waiting
  waiting = []
  released.forEach((release) => release())
}
