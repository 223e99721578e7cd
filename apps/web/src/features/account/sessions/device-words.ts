import Bowser from 'bowser'
import type { OwnSession } from './own-session.ts'

/** Longer user agents are cut. */
const LONGEST = 60

/** `Firefox 140 on Linux`; for other clients, their user agent. */
export function deviceWords({ userAgent }: Pick<OwnSession, 'userAgent'>): string {
  if (userAgent === '') return 'Unknown client'
  const { browser, os } = Bowser.parse(userAgent)
  const isBrowser = userAgent.startsWith('Mozilla/') && browser.name !== undefined && os.name !== undefined
  if (!isBrowser) return userAgent.length > LONGEST ? `${userAgent.slice(0, LONGEST)}…` : userAgent
  const major = browser.version?.split('.')[0] ?? ''
  return `${browser.name} ${major}`.trim() + ` on ${os.name}`
}
