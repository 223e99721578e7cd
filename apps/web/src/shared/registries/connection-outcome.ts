import type { ApiError } from '@waybill/api-client'
import { failureLine } from '../ui/messages/failure-text.ts'

export interface ConnectionOutcome {
  kind: 'success' | 'danger'
  title: string
  /** What to do next; empty if the test succeeded. */
  next: string
}

const OUTCOMES: Readonly<Record<string, Omit<ConnectionOutcome, 'kind'>>> = {
  RegistryUnreachable: {
    title: 'Nothing answers at this address',
    next: 'Check how host and port are spelled, that this server finds the name (DNS), and that it reaches the host (firewall, proxy). If no public authority signed its certificate, enter the authority that did under Own certificates.',
  },
  RegistryUnauthorised: {
    title: 'Access was denied',
    next: 'Check the user name, password or token, and what they give access to.',
  },
  NotARegistry: {
    title: 'It is not a registry of this kind',
    next: 'Something answers, but not like this kind of registry. Check the kind, address and paths.',
  },
}

/** The result of a connection test in words; `error` is null if it succeeded. */
export function connectionOutcome(error: ApiError | null, endpoint: string): ConnectionOutcome {
  if (error === null) return { kind: 'success', title: 'The connection works', next: '' }
  const code = error.kind === 'refusal' ? error.code : ''
  const known = OUTCOMES[code]
  if (known) return { kind: 'danger', ...known }
  if (code === 'ForbiddenUrl')
    return { kind: 'danger', title: 'This address is not allowed', next: allowHint(endpoint) }
  return { kind: 'danger', title: 'The connection could not be tested', next: failureLine(error) }
}

/** A field's problem if its address is not allowed. */
export const forbiddenText = (endpoint: string): string => `This address is not allowed. ${allowHint(endpoint)}`

/** How the operator can allow an address. */
export function allowHint(endpoint: string): string {
  if (endpoint.startsWith('file:')) {
    return 'Ask the operator of this server to add the folder to PACK_FOLDERS and to restart it.'
  }
  const hostAndPort = hostAndPortOf(endpoint)
  const what = hostAndPort === null ? 'its host and port' : hostAndPort
  return `Check how it is spelled. Only public https addresses on port 443 are allowed; for another one, ask the operator of this server to add ${what} to ALLOWED_HOSTS and to restart it.`
}

const PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

function hostAndPortOf(endpoint: string): string | null {
  const url = URL.parse(endpoint.includes('://') ? endpoint : `https://${endpoint}`)
  if (url === null || url.hostname === '') return null
  return `${url.hostname}:${url.port || (PORTS[url.protocol] ?? '443')}`
}
