import type { SsoBody, SsoInput } from '@waybill/api-contract'

/** The settings as edited in the form. */
export interface SsoDraft {
  isEnabled: boolean
  issuer: string
  clientId: string
  /** Empty: the stored one is kept. */
  clientSecret: string
  /** Separated by spaces. */
  scopes: string
  domains: string
  email: string
  firstName: string
  lastName: string
  groups: string
  /** One per line: `group: role`. */
  groupRoles: string
  syncsTeams: boolean
  usesUserInfo: boolean
  ca: string
}

export const draftOf = ({
  claims,
  scopes,
  domains,
  groupRoles = [],
  syncsTeams = false,
  ...stored
}: SsoBody): SsoDraft => ({
  isEnabled: stored.isEnabled,
  issuer: stored.issuer,
  clientId: stored.clientId,
  clientSecret: '',
  scopes: scopes.join(' '),
  domains: domains.join(' '),
  ...claims,
  groupRoles: groupRoles.map(({ group, role }) => `${group}: ${role}`).join('\n'),
  syncsTeams,
  usesUserInfo: stored.usesUserInfo,
  ca: stored.ca,
})

/** Split at the last colon, since groups may contain colons. */
const groupRolesOf = (text: string) =>
  text.split('\n').flatMap((line) => {
    const at = line.lastIndexOf(':')
    return line.trim() === '' ? [] : [{ group: line.slice(0, Math.max(at, 0)).trim(), role: line.slice(at + 1).trim() }]
  })

const wordsOf = (text: string) => text.split(/[\s,;]+/).filter((word) => word !== '')

export const inputOf = ({ email, firstName, lastName, groups, clientSecret, ...draft }: SsoDraft): SsoInput => ({
  ...draft,
  issuer: draft.issuer.trim(),
  scopes: wordsOf(draft.scopes),
  domains: wordsOf(draft.domains).map((domain) => domain.replace(/^@/, '').toLowerCase()),
  claims: { email, firstName, lastName, groups },
  groupRoles: groupRolesOf(draft.groupRoles),
  ...(clientSecret !== '' && { clientSecret }),
})

export type SsoProblems = Readonly<Partial<Record<keyof SsoDraft, string>>>

/** Problems found before anything is sent. */
export function problemsOf(draft: SsoDraft): SsoProblems {
  const { issuer, clientId, domains, email, isEnabled } = draft
  const { domains: words, groupRoles = [] } = inputOf(draft)
  const isDomain = (word: string) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(word)
  return {
    ...(!/^https?:\/\/\S+$/.test(issuer.trim()) && { issuer: 'Enter the address of the provider, with https://.' }),
    ...(clientId.trim() === '' && { clientId: 'Enter the client ID that the provider gave.' }),
    ...(email.trim() === '' && { email: 'Name the claim that holds the e-mail.' }),
    ...(isEnabled && domains.trim() === '' && { domains: 'Name at least one domain before you switch it on.' }),
    ...(!groupRoles.every(({ group, role }) => group !== '' && role !== '') && {
      groupRoles: 'Enter one per line, such as platform-team: Tenant Viewer.',
    }),
    ...(!words.every(isDomain) && { domains: 'Enter domains such as example.com, separated by spaces.' }),
  }
}
