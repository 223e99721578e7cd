import type { Scope } from '../session/scope.ts'

export const PROFILE_TABS = ['layers', 'variables', 'versions', 'imports'] as const
export type ProfileTab = (typeof PROFILE_TABS)[number]

export const PACK_TABS = ['readme', 'values', 'presets', 'constraints', 'used-by'] as const
export type PackTab = (typeof PACK_TABS)[number]

/** Every address of the console, in the scope it belongs to. */
export const paths = {
  profiles: (scope: Scope) => `${scope.basePath}/profiles`,
  importProfile: (scope: Scope) => `${scope.basePath}/profiles/import`,
  profile: (scope: Scope, uid: string, tab: ProfileTab = 'layers') => `${scope.basePath}/profiles/${uid}/${tab}`,
  /** Data only: the manifests of one layer. */
  manifests: (scope: Scope, uid: string, layer: string) =>
    `${scope.basePath}/profiles/${uid}/manifests/${encodeURIComponent(layer)}`,
  /** The dialog over the list. */
  exportProfile: (scope: Scope, uid: string) => `${scope.basePath}/profiles/export/${uid}`,
  packs: (scope: Scope) => `${scope.basePath}/packs`,
  pack: (scope: Scope, uid: string, tab: PackTab = 'readme') => `${scope.basePath}/packs/${uid}/${tab}`,
  macros: (scope: Scope) => `${scope.basePath}/settings/macros`,
  /** Of the tenant alone, like those after it. */
  tenantSettings: '/tenant/settings/general',
  registries: '/tenant/settings/registries',
  addRegistry: '/tenant/settings/registries/add',
  editRegistry: (uid: string) => `/tenant/settings/registries/${uid}`,
}
