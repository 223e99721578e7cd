import type { ApiRefusal } from '@waybill/api-client'
import type { SessionBody } from '@waybill/api-contract'
import { create } from 'zustand'

export type PageUser = SessionBody['user']

interface Renewal {
  /** Whose page this is, from the first answer until the document is loaded anew. */
  user: PageUser | null
  /** What that answer said. */
  session: SessionBody | null
  /** Why requests wait: nobody is signed in any more, or somebody else is. */
  reason: 'ended' | 'changed' | null
  /** Whether the question was put aside; what waits goes on waiting. */
  isAside: boolean
}

export const useRenewal = create<Renewal>(() => ({ user: null, session: null, reason: null, isAside: false }))

let waiting: (() => void)[] = []

export function rememberSession(session: SessionBody): void {
  useRenewal.setState({ user: session.user, session })
}

/** What every request of the page says, so that the server never takes it for somebody else's. */
export function pageUserHeaders(): Record<string, string> {
  const { user } = useRenewal.getState()
  return user === null ? {} : { 'Session-User': user.uid }
}

/** Holds a request until who opened the page is signed in again. */
export function renewSession({ code }: ApiRefusal): Promise<void> {
  useRenewal.setState({ reason: code === 'SessionChanged' ? 'changed' : 'ended', isAside: false })
  return new Promise((resolve) => waiting.push(resolve))
}

export function askToSignIn(): void {
  useRenewal.setState({ reason: 'ended', isAside: false })
}

export function putAside(isAside: boolean): void {
  useRenewal.setState({ isAside })
}

/** Sends what waits. */
export function endRenewal(): void {
  useRenewal.setState({ reason: null })
  const released = waiting
  waiting = []
  released.forEach((release) => release())
}
