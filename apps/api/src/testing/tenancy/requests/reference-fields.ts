import type { Kind } from '../world/places.ts'

/** The kinds of things that fields of bodies and queries name, by the end of their path. The longest match counts. */
const REFERENCES: Readonly<Record<string, Kind>> = {
  '?emailId': 'nothing',
  '?packUid': 'pack',
  '?projectUid': 'project',
  '?resourceUid': 'profile',
  '?tenantUid': 'tenant',
  '?uids': 'profile',
  '?userUid': 'user',
  '?with': 'profile',
  '?withProjectUid': 'project',
  '.clientId': 'nothing',
  '.credentials.sts.externalId': 'nothing',
  '.from': 'profile',
  '.fromProjectUid': 'project',
  '.decisions.registries{}': 'packRegistry',
  '.emailId': 'userEmail',
  '.filter.emailId': 'nothing',
  '.filter.registryUid': 'packRegistry',
  '.manifests[].uid': 'manifest',
  '.matchingRegistries[].uid': 'packRegistry',
  '.pack.registryUid': 'packRegistry',
  '.pack.uid': 'pack',
  '.packUid': 'pack',
  '.packs[].registryUid': 'packRegistry',
  '.packs[].uid': 'pack',
  '.projects[].projectUid': 'project',
  '.registry.metadata.uid': 'packRegistry',
  '.registryUid': 'packRegistry',
  '.spec.emailId': 'nothing',
  '.spec.logoUid': 'nothing',
  '.spec.userUid': 'user',
  '.target.projectUid': 'project',
  '.uids': 'profile',
  '.spec.roles': 'role',
  '.spec.teams': 'team',
  '.spec.users': 'user',
  '.teams[].teamId': 'team',
  '.userUids': 'user',
  '.users[].userId': 'user',
}

/** Fields that the list operations' `filters` can name things by. */
const FILTERS: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  '/v1/clusterprofiles': { 'metadata.uid': 'profile' },
  '/v1/packs': { 'metadata.uid': 'pack', 'spec.registryUid': 'packRegistry' },
  '/v1/registries/helm': { 'metadata.uid': 'helmRegistry' },
  '/v1/registries/helm/summary': { 'metadata.uid': 'helmRegistry' },
  '/v1/registries/pack': { 'metadata.uid': 'packRegistry' },
  '/v1/registries/pack/summary': { 'metadata.uid': 'packRegistry' },
  '/v1/roles': { 'metadata.uid': 'role' },
  '/v1/teams': { 'metadata.uid': 'team' },
  '/v1/users': { 'metadata.uid': 'user' },
}

/** A field of only this name means the thing in the path. */
const OF_THE_PATH = '.uid'
const REFERS = /(uids?|Ids?)$/i

export interface Reference {
  /** `?userUid` in the query, `?filters metadata.uid` in its filters, `.spec.userUid` in the body. */
  field: string
  kind: Kind
}

/**
 * Fields of a route that name things. @throws Error that says what to add, for a field that the matrix does not know
 */
export function referencesIn(path: string, fields: readonly string[]): Reference[] {
  return fields.flatMap((field) => {
    if (field === '?filters') return filtersOf(path)
    const kind = kindOf(field)
    if (kind) return [{ field, kind }]
    return REFERS.test(field) ? [{ field, kind: kindOfPath(path, field) }] : []
  })
}

function filtersOf(path: string): Reference[] {
  const filters = FILTERS[path]
  if (!filters)
    throw new Error(`Say in testing/tenancy/requests/reference-fields.ts by what ?filters of ${path} can name things.`)
  return Object.entries(filters).map(([name, kind]) => ({ field: `?filters ${name}`, kind }))
}

function kindOf(field: string): Kind | undefined {
  const [end = ''] = Object.keys(REFERENCES)
    .filter((known) => field.endsWith(known))
    .toSorted((a, b) => b.length - a.length)
  return REFERENCES[end]
}

function kindOfPath(path: string, field: string): Kind {
  if (field === OF_THE_PATH && path.includes('/manifests')) return 'manifest'
  if (field === OF_THE_PATH && path.includes('/clusterprofiles/')) return 'profile'
  throw new Error(
    `Nobody knows what ${field} of ${path} refers to: say so in testing/tenancy/requests/reference-fields.ts, and see that every place of testing/tenancy/world/world.ts has such a thing.`,
  )
}
