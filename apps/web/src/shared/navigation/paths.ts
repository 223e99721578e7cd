export const PROFILE_TABS = ['layers', 'variables', 'versions', 'imports'] as const
export type ProfileTab = (typeof PROFILE_TABS)[number]

/** The pages of the help: those in `docs/` that are for users. */
export const HELP_PAGES = [
  'getting-started',
  'moving-profiles',
  'masking',
  'editing',
  'updating-packs',
  'comparing',
  'registries',
  'people',
  'single-sign-on',
  'audit',
] as const
export type HelpPage = (typeof HELP_PAGES)[number]
/** A page, or a section of it by its heading. */
export type HelpTopic = HelpPage | `${HelpPage}#${string}`

export const PACK_TABS = ['readme', 'values', 'presets', 'constraints', 'used-by'] as const
export type PackTab = (typeof PACK_TABS)[number]

/** The steps of the import wizard; the first one has no step in its address. */
export const IMPORT_STEPS = ['upload-file', 'validate', 'select-repositories', 'confirm'] as const
export type ImportStep = (typeof IMPORT_STEPS)[number]

/** The start of every path in a scope; a `Scope` has it. */
export interface ScopePath {
  basePath: string
}

export const TENANT_PATH: ScopePath = { basePath: '/tenant' }

export function projectPath(uid: string): ScopePath {
  return { basePath: `/projects/${uid}` }
}

const queryOf = (query: Readonly<Record<string, string>>): string =>
  Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query).toString()}`

/** Every address of the console, by scope. */
export const paths = {
  home: (scope: ScopePath) => `${scope.basePath}/home`,
  /** The overview of the help, or one page. */
  help: (scope: ScopePath, topic?: HelpTopic) => `${scope.basePath}/help${topic === undefined ? '' : `/${topic}`}`,
  /** `filter` holds the list's query parameters. */
  profiles: (scope: ScopePath, filter: Readonly<Record<string, string>> = {}) =>
    `${scope.basePath}/profiles${queryOf(filter)}`,
  addProfile: (scope: ScopePath) => `${scope.basePath}/profiles/add`,
  importProfile: (scope: ScopePath, step: ImportStep = 'upload-file') =>
    `${scope.basePath}/profiles/import${step === 'upload-file' ? '' : `?step=${step}`}`,
  profile: (scope: ScopePath, uid: string, tab: ProfileTab = 'layers') => `${scope.basePath}/profiles/${uid}/${tab}`,
  /** The profile in the builder. */
  editProfile: (scope: ScopePath, uid: string) => `${scope.basePath}/profiles/${uid}/edit`,
  /** Two profiles side by side; with one given, the page asks for the other. */
  compare: (scope: ScopePath, pair: { left?: string; right?: string } = {}): string =>
    `${scope.basePath}/profiles/compare?${new URLSearchParams(pair).toString()}`,
  /** The dialogs over a tab of the profile. */
  exportProfile: (scope: ScopePath, uid: string, tab: ProfileTab): string => `${paths.profile(scope, uid, tab)}/export`,
  exportTerraform: (scope: ScopePath, uid: string, tab: ProfileTab): string =>
    `${paths.profile(scope, uid, tab)}/terraform`,
  emptyValues: (scope: ScopePath, uid: string, tab: ProfileTab = 'layers'): string =>
    `${paths.profile(scope, uid, tab)}/empty-values`,
  newVersion: (scope: ScopePath, uid: string, tab: ProfileTab): string =>
    `${paths.profile(scope, uid, tab)}/new-version`,
  cloneProfile: (scope: ScopePath, uid: string, tab: ProfileTab): string => `${paths.profile(scope, uid, tab)}/clone`,
  publishProfile: (scope: ScopePath, uid: string, tab: ProfileTab): string =>
    `${paths.profile(scope, uid, tab)}/publish`,
  deleteProfile: (scope: ScopePath, uid: string, tab: ProfileTab): string => `${paths.profile(scope, uid, tab)}/delete`,
  /** The dialog over the list. */
  exportFromList: (scope: ScopePath, uid: string) => `${scope.basePath}/profiles/export/${uid}`,
  /** The manifests of one layer, as data; opened in the browser, it redirects to the layer. */
  manifests: (scope: ScopePath, uid: string, layer: string) =>
    `${scope.basePath}/profiles/${uid}/manifests/${encodeURIComponent(layer)}`,
  /** The other versions of a profile's packs, as data; opened in the browser, it redirects to the profile. */
  packUpdates: (scope: ScopePath, uid: string) => `${scope.basePath}/profiles/${uid}/pack-updates`,
  /**
   * Which of these profiles have pack updates, as data; opened in the browser, it redirects to the list of profiles
   * with updates.
   */
  profileUpdates: (scope: ScopePath, uids: readonly string[] = []) =>
    `${scope.basePath}/profiles/pack-updates${uids.length === 0 ? '' : `?uids=${uids.join(',')}`}`,
  /** All layers with a newer version that fits, or a single layer; without a version, to the newest that fits. */
  updatePacks: (scope: ScopePath, uid: string, to?: { layer: string; version?: string }): string =>
    `${scope.basePath}/profiles/${uid}/updates${to ? `?take=${encodeURIComponent(`${to.layer}@${to.version ?? ''}`)}` : ''}`,
  packs: (scope: ScopePath) => `${scope.basePath}/packs`,
  pack: (scope: ScopePath, uid: string, tab: PackTab = 'readme') => `${scope.basePath}/packs/${uid}/${tab}`,
  account: (scope: ScopePath) => `${scope.basePath}/account`,
  macros: (scope: ScopePath) => `${scope.basePath}/settings/macros`,
  /** The audit log of the scope; `about` holds its filters. */
  auditLog: (scope: ScopePath, about: Readonly<Record<string, string>> = {}): string =>
    `${scope.basePath}/settings/audit-log${queryOf(about)}`,
  /** In the tenant only, like those below. */
  tenantSettings: '/tenant/settings/general',
  people: '/tenant/settings/people',
  person: (uid: string) => `/tenant/settings/people/${uid}`,
  apiKeys: '/tenant/settings/api-keys',
  singleSignOn: '/tenant/settings/single-sign-on',
  roles: '/tenant/settings/roles',
  /** Starts with the permissions of another role. */
  addRole: (from = '') => `/tenant/settings/roles/add${from === '' ? '' : `?from=${from}`}`,
  role: (uid: string) => `/tenant/settings/roles/${uid}`,
  editRole: (uid: string) => `/tenant/settings/roles/${uid}/edit`,
  teams: '/tenant/settings/teams',
  team: (uid: string) => `/tenant/settings/teams/${uid}`,
  projects: '/tenant/settings/projects',
  secretRules: '/tenant/settings/secrets',
  registries: '/tenant/settings/registries',
  registriesInState: (state: string) => `/tenant/settings/registries?state=${state}`,
  addRegistry: '/tenant/settings/registries/add',
  editRegistry: (uid: string) => `/tenant/settings/registries/${uid}`,
}
