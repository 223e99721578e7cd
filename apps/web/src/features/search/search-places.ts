import { paths } from '../../shared/navigation/paths.ts'
import { can, scopeName, type Scope } from '../../shared/session/scope.ts'

export interface Place {
  kind: 'screen' | 'action'
  name: string
  to: string
  /** Other words that one may look for. */
  words?: string
}

/** The screens and actions that the roles here open. */
export function placesOf(scope: Scope, scopes: readonly Scope[]): readonly Place[] {
  const listsProfiles = can(scope, 'clusterProfile.list')
  const creates = can(scope, 'clusterProfile.create')
  const tenant = scope.kind === 'tenant'
  const places: readonly (Place & { isOpen: boolean })[] = [
    { kind: 'screen', name: 'Home', to: paths.home(scope), isOpen: listsProfiles },
    { kind: 'screen', name: 'Profiles', words: 'cluster profiles', to: paths.profiles(scope), isOpen: listsProfiles },
    { kind: 'screen', name: 'Packs', words: 'charts', to: paths.packs(scope), isOpen: can(scope, 'packRegistry.list') },
    { kind: 'screen', name: 'Macros', to: paths.macros(scope), isOpen: can(scope, 'macro.list') },
    {
      kind: 'screen',
      name: 'Audit log',
      words: 'events history',
      to: paths.auditLog(scope),
      isOpen: can(scope, 'audit.list'),
    },
    { kind: 'screen', name: 'General', words: 'tenant settings', to: paths.tenantSettings, isOpen: tenant },
    { kind: 'screen', name: 'Secrets', words: 'rules masks', to: paths.secretRules, isOpen: tenant },
    {
      kind: 'screen',
      name: 'Registries',
      words: 'repositories',
      to: paths.registries,
      isOpen: tenant && can(scope, 'packRegistry.list'),
    },
    { kind: 'screen', name: 'People', words: 'users', to: paths.people, isOpen: tenant && can(scope, 'user.list') },
    {
      kind: 'screen',
      name: 'API keys',
      to: paths.apiKeys,
      isOpen: tenant && can(scope, 'apiKey.list'),
    },
    {
      kind: 'screen',
      name: 'Single sign-on',
      words: 'OpenID Connect identity provider',
      to: paths.singleSignOn,
      isOpen: tenant && can(scope, 'role.update'),
    },
    { kind: 'screen', name: 'My account', words: 'password sessions keys', to: paths.account(scope), isOpen: true },
    {
      kind: 'action',
      name: 'Import Cluster Profile',
      words: 'upload',
      to: paths.importProfile(scope),
      isOpen: creates,
    },
    { kind: 'action', name: 'Add Cluster Profile', words: 'create new', to: paths.addProfile(scope), isOpen: creates },
    { kind: 'action', name: 'Compare profiles', words: 'difference', to: paths.compare(scope), isOpen: listsProfiles },
    {
      kind: 'action',
      name: 'Add registry',
      to: paths.addRegistry,
      isOpen: tenant && can(scope, 'packRegistry.create'),
    },
    ...scopes
      .filter(({ uid }) => uid !== scope.uid)
      .map((each) => ({
        kind: 'action' as const,
        name: `Go to ${scopeName(each)}`,
        words: 'scope project',
        to: each.basePath,
        isOpen: true,
      })),
  ]
  return places.filter(({ isOpen }) => isOpen)
}

/** Those whose name or other words hold what was typed; of nothing the screens. */
export function findPlaces(places: readonly Place[], text: string): readonly Place[] {
  const sought = text.trim().toLowerCase()
  if (sought === '') return places.filter(({ kind }) => kind === 'screen')
  return places.filter(({ name, words = '' }) => `${name} ${words}`.toLowerCase().includes(sought))
}
