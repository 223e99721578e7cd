const KINDS: Readonly<Record<string, string>> = {
  apiKey: 'API keys of others',
  audit: 'Audit events',
  clusterProfile: 'Cluster profiles',
  macro: 'Macros',
  packRegistry: 'Packs and registries',
  project: 'Projects',
  role: 'Roles',
  tag: 'Tags',
  team: 'Teams',
  tenant: 'Tenant settings',
  user: 'People',
}

const VERBS: Readonly<Record<string, string>> = { get: 'read', update: 'change' }
const USUAL_ORDER = ['list', 'get', 'create', 'update', 'publish', 'delete']

/** A permission's kind in words: `Cluster profiles` for `clusterProfile.get`. */
export const kindWord = (kind: string): string => KINDS[kind] ?? kind

/** A permission's verb in words: `read` for `clusterProfile.get`. */
export const verbWord = (verb: string): string => VERBS[verb] ?? verb

const kindOf = (permission: string): string => permission.split('.')[0] ?? ''
export const verbOf = (permission: string): string => permission.split('.')[1] ?? ''

/** Listing first, deleting last, unknown verbs after these. */
const byUsualOrder = (a: string, b: string): number => rank(verbOf(a)) - rank(verbOf(b))

const rank = (verb: string) => (USUAL_ORDER.includes(verb) ? USUAL_ORDER.indexOf(verb) : USUAL_ORDER.length)

/** Permissions grouped by kind, each group in the usual order. */
export const groupPermissions = (permissions: readonly string[]): [kind: string, permissions: string[]][] =>
  [...Map.groupBy(permissions, kindOf)]
    .map(([kind, group]): [string, string[]] => [kind, group.toSorted(byUsualOrder)])
    .toSorted(([a], [b]) => kindWord(a).localeCompare(kindWord(b), 'en'))
