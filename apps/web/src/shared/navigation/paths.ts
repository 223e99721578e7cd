import type { Scope } from '../session/scope.ts'

export type ProfileTab = 'layers' | 'variables' | 'versions' | 'imports'

/** Every address of the console, in the scope it belongs to. */
export const paths = {
  profiles: (scope: Scope) => `${scope.basePath}/profiles`,
  importProfile: (scope: Scope) => `${scope.basePath}/profiles/import`,
  profile: (scope: Scope, uid: string, tab: ProfileTab = 'layers') => `${scope.basePath}/profiles/${uid}/${tab}`,
  macros: (scope: Scope) => `${scope.basePath}/settings/macros`,
}
