import type { ApiError } from '@waybill/api-client'
import { failureLine } from '../ui/failure-text.ts'

export interface ConnectionOutcome {
  kind: 'success' | 'danger'
  title: string
  /** What to do next; empty when all is well. */
  next: string
}

const OUTCOMES: Readonly<Record<string, Omit<ConnectionOutcome, 'kind'>>> = {
  RegistryUnreachable: {
    title: 'Nothing answers there',
    next: 'Check address and port, and that this server may reach it. If its certificate is not public, enter its authority under Own certificates.',
  },
  RegistryUnauthorised: {
    title: 'It does not let us in',
    next: 'Check user name, password or token, and what they may read.',
  },
  NotARegistry: {
    title: 'It is not a registry of this kind',
    next: 'Something answers, but not as this kind of registry does. Check kind, address and paths.',
  },
}

/** What a test of a connection came to, in words; `error` is null when it worked. */
export function connectionOutcome(error: ApiError | null, endpoint: string): ConnectionOutcome {
  if (error === null) return { kind: 'success', title: 'The connection works', next: '' }
  const code = error.kind === 'refusal' ? error.code : ''
  const known = OUTCOMES[code]
  if (known) return { kind: 'danger', ...known }
  if (code === 'ForbiddenUrl')
    return { kind: 'danger', title: 'This address is not allowed', next: allowHint(endpoint) }
  return { kind: 'danger', title: 'The connection could not be tested', next: failureLine(error) }
}

/** How the operator allows an address. */
export function allowHint(endpoint: string): string {
  if (endpoint.startsWith('file:')) {
    return 'Ask the operator of this server to add the folder to PACK_FOLDERS and to start it again.'
  }
  const hostAndPort = hostAndPortOf(endpoint)
  const what = hostAndPort === null ? 'its host and port' : hostAndPort
  return `Use a public https address on port 443, or ask the operator of this server to add ${what} to ALLOWED_HOSTS and to start it again.`
}

const PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

function hostAndPortOf(endpoint: string): string | null {
  const url = URL.parse(endpoint.includes('://') ? endpoint : `https://${endpoint}`)
  if (url === null || url.hostname === '') return null
  return `${url.hostname}:${url.port || (PORTS[url.protocol] ?? '443')}`
}
