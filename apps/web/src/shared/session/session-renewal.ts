import type { ApiRefusal } from '@waybill/api-client'
import type { SessionBody } from '@waybill/api-contract'
import { create } from 'zustand'

export type PageUser = SessionBody['user']

interface Renewal {
  /** The user of this page, from the first response until the document is reloaded. */
  user: PageUser | null
  /** The session in that response. */
  session: SessionBody | null
  /** Why requests wait: nobody is signed in any more, or somebody else is. */
  reason: 'ended' | 'changed' | null
  /** Whether the dialog was put aside; requests keep waiting. */
  isAside: boolean
}

export const useRenewal = create<Renewal>(() => ({ user: null, session: null, reason: null, isAside: false }))

let waiting: (() => void)[] = []

export function rememberSession(session: SessionBody): void {
  useRenewal.setState({ user: session.user, session })
}

/** Sent with every request of the page, so that the server never runs it as somebody else. */
export function pageUserHeaders(): Record<string, string> {
  const { user } = useRenewal.getState()
  return user === null ? {} : { 'Session-User': user.uid }
}

/** Holds a request until the page's user has signed in again. */
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

/** Sends the waiting requests. */
export function endRenewal(): void {
  useRenewal.setState({ reason: null })
  const released = waiting
  waiting = []
  released.forEach((release) => release())
}
