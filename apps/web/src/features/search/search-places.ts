import { paths } from '../../shared/navigation/paths.ts'
import { can, scopeName, type Scope } from '../../shared/session/scope.ts'

export interface Place {
  kind: 'screen' | 'action'
  name: string
  to: string
  /** Other words that one may look for. */
  words?: string
}

/** Whom it opens for: who holds the permission, or everybody. */
type Opening = Place & { needs?: string }

/** The screens and actions that the roles here open. */
export function placesOf(scope: Scope, scopes: readonly Scope[]): readonly Place[] {
  const places = [...screensOf(scope), ...(scope.kind === 'tenant' ? TENANT_PLACES : []), ...actionsOf(scope)]
  const open = places.filter(({ needs }) => needs === undefined || can(scope, needs))
  return [...open, ...scopes.filter(({ uid }) => uid !== scope.uid).map(placeOfScope)]
}

const screensOf = (scope: Scope): readonly Opening[] => [
  { kind: 'screen', name: 'Home', to: paths.home(scope), needs: 'clusterProfile.list' },
  {
    kind: 'screen',
    name: 'Profiles',
    words: 'cluster profiles',
    to: paths.profiles(scope),
    needs: 'clusterProfile.list',
  },
  { kind: 'screen', name: 'Packs', words: 'charts', to: paths.packs(scope), needs: 'packRegistry.list' },
  { kind: 'screen', name: 'Macros', to: paths.macros(scope), needs: 'macro.list' },
  { kind: 'screen', name: 'Audit log', words: 'events history', to: paths.auditLog(scope), needs: 'audit.list' },
  { kind: 'screen', name: 'My account', words: 'password sessions keys', to: paths.account(scope) },
]

const TENANT_PLACES: readonly Opening[] = [
  { kind: 'screen', name: 'General', words: 'tenant settings', to: paths.tenantSettings },
  { kind: 'screen', name: 'Secrets', words: 'rules masks', to: paths.secretRules },
  { kind: 'screen', name: 'Registries', words: 'repositories', to: paths.registries, needs: 'packRegistry.list' },
  { kind: 'screen', name: 'People', words: 'users', to: paths.people, needs: 'user.list' },
  { kind: 'screen', name: 'API keys', to: paths.apiKeys, needs: 'apiKey.list' },
  {
    kind: 'screen',
    name: 'Single sign-on',
    words: 'OpenID Connect identity provider',
    to: paths.singleSignOn,
    needs: 'role.update',
  },
  { kind: 'action', name: 'Add registry', to: paths.addRegistry, needs: 'packRegistry.create' },
]

const actionsOf = (scope: Scope): readonly Opening[] => [
  {
    kind: 'action',
    name: 'Import Cluster Profile',
    words: 'upload',
    to: paths.importProfile(scope),
    needs: 'clusterProfile.create',
  },
  {
    kind: 'action',
    name: 'Add Cluster Profile',
    words: 'create new',
    to: paths.addProfile(scope),
    needs: 'clusterProfile.create',
  },
  {
    kind: 'action',
    name: 'Compare profiles',
    words: 'difference',
    to: paths.compare(scope),
    needs: 'clusterProfile.list',
  },
]

const placeOfScope = (scope: Scope): Place => ({
  kind: 'action',
  name: `Go to ${scopeName(scope)}`,
  words: 'scope project',
  to: scope.basePath,
})

/** Those whose name or other words hold what was typed; of nothing the screens. */
export function findPlaces(places: readonly Place[], text: string): readonly Place[] {
  const sought = text.trim().toLowerCase()
  if (sought === '') return places.filter(({ kind }) => kind === 'screen')
  return places.filter(({ name, words = '' }) => `${name} ${words}`.toLowerCase().includes(sought))
}
