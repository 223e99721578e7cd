import type { AuditRow } from './audit-repository.ts'
import { actionMessage, type AuditDetail, readDetails } from './audit-words.ts'

/** A title has room for a few names; the details list all of them. */
const NAMED = 3

/** Words before and after the name of the object. */
type Deeds = ReadonlyMap<string, readonly [before: string, after?: string]>

const USER_DEEDS: Deeds = new Map(
  Object.entries({
    password: ['Set the password of'],
    'password link': ['Made a password link for'],
    enabled: ['Enabled'],
    disabled: ['Disabled'],
    identity: ['Unlinked', 'from single sign-on'],
    name: ['Changed the name of'],
    session: ['Ended a session of'],
    'other sessions': ['Ended the other sessions of'],
    tokens: ['Ended the tokens of'],
    roles: ['Changed the roles of'],
    projects: ['Changed the roles in projects of'],
    teams: ['Changed the teams of'],
  } as const),
)

const BY_PROVIDER: Deeds = new Map(
  Object.entries({ identity: ['Linked', 'to single sign-on'], password: ['Ended the password of'] } as const),
)

const KEY_DEEDS: ReadonlyMap<string, string> = new Map([
  ['revoked', 'Revoked'],
  ['enabled', 'Enabled'],
])

/** Details that say what changed, and the words before their names. */
const CHANGES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    changed: '',
    given: 'gave',
    taken: 'took',
    joined: 'joined',
    left: 'left',
    'team.joined': 'added',
    'team.left': 'removed',
    created: 'added',
    added: 'added',
    updated: 'changed',
    removed: 'removed',
    addedLayers: 'added layer',
    changedLayers: 'changed layer',
    removedLayers: 'removed layer',
    addedVariables: 'added variable',
    changedVariables: 'changed variable',
    removedVariables: 'removed variable',
    secretMarks: 'marked',
  }),
)

const FIELDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    email: 'e-mail',
    labels: 'tags',
    cloudType: 'cloud',
    isEnabled: 'whether it is on',
    isPrivate: 'whether it is private',
    isSyncSupported: 'whether it is synced',
    keepsPublished: 'whether published versions stay',
    registriesMustMatch: 'whether registries must match',
    syncsTeams: 'whether groups become teams',
    usesUserInfo: 'whether the UserInfo endpoint is asked',
  }),
)

type Done = Pick<AuditRow, 'action' | 'resourceKind' | 'resourceName' | 'details'>

/**
 * What was done to what, by name and never by value: `Changed the roles of user kim@example.org: gave Tenant Viewer`.
 */
export function summaryOf(event: Done): string {
  const details = readDetails(event.details)
  const done = deedOf({ ...event, resourceName: nameOf(event, details) }, details)
  if (event.action === 'refuse-request') return [done, profileWords(details)].filter(Boolean).join(' on ')
  if (event.action !== 'update') return done
  const changes = details.flatMap((detail) => changeWords(event.resourceKind, detail))
  return changes.length === 0 ? done : `${done}: ${changes.join('; ')}`
}

/** All versions of a profile have its name, so the version is added. */
function nameOf({ resourceKind, resourceName }: Done, details: readonly AuditDetail[]): string {
  const version = details.find(({ name }) => name === 'version')?.values[0]
  return resourceKind === 'clusterprofile' && version ? `${resourceName} ${version}`.trim() : resourceName
}

/** The profile that a refused request was about, if known. */
function profileWords(details: readonly AuditDetail[]): string {
  const [profile, version] = ['profile', 'version'].map(
    (wanted) => details.find(({ name }) => name === wanted)?.values[0],
  )
  return profile === undefined ? '' : ['cluster profile', profile, version].filter(Boolean).join(' ')
}

function deedOf(event: Done, details: readonly AuditDetail[]): string {
  const { action, resourceKind, resourceName } = event
  const what = details.find(({ name }) => name === 'what')?.values[0] ?? ''
  if (action !== 'update' || what === '') return actionMessage(event)
  if (resourceKind === 'apikey') return [KEY_DEEDS.get(what) ?? 'Changed', 'API key', resourceName].join(' ')
  if (resourceKind === 'tenant') return `Changed ${what} of tenant ${resourceName}`
  const isByProvider = details.some(({ name, values }) => name === 'via' && values[0] === 'single sign-on')
  const deed = (isByProvider ? BY_PROVIDER.get(what) : undefined) ?? USER_DEEDS.get(what)
  if (resourceKind !== 'user' || deed === undefined) return actionMessage(event)
  const [before, after = ''] = deed
  return [before, 'user', resourceName, after].filter(Boolean).join(' ')
}

function changeWords(kind: string, { name, values }: AuditDetail): string[] {
  const before = CHANGES.get(`${kind}.${name}`) ?? CHANGES.get(name)
  if (before === undefined) return []
  const words = values.length > 1 ? before.replace(/(layer|variable)$/, '$1s') : before
  return [[words, inOneList(name === 'changed' ? values.map(fieldWord) : values)].filter(Boolean).join(' ')]
}

/** `client secret` for `clientSecret`. */
const fieldWord = (field: string): string =>
  FIELDS.get(field) ??
  field.replaceAll(/([a-z])([A-Z])/g, (_all, last: string, first: string) => `${last} ${first.toLowerCase()}`)

const inOneList = (names: readonly string[]): string =>
  names.length <= NAMED ? names.join(', ') : `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more`
