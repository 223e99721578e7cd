import { paths } from '../../shared/navigation/paths.ts'
import { type Screen, screensOf } from '../../shared/navigation/screens.ts'
import { can, scopeName, type Scope } from '../../shared/session/scope.ts'

export interface Place extends Screen {
  kind: 'page' | 'action'
}

/** Available to users with the permission. */
type Opening = Place & { needs: string }

/** The pages and actions that the user's roles allow. */
export function placesOf(scope: Scope, scopes: readonly Scope[]): readonly Place[] {
  const { main, settings } = screensOf(scope)
  const account = { name: 'My account', words: 'password sessions keys', to: paths.account(scope) }
  return [
    ...[...main, ...settings, account].map((screen) => ({ ...screen, kind: 'page' as const })),
    ...actionsOf(scope).filter(({ needs }) => can(scope, needs)),
    ...scopes.filter(({ uid }) => uid !== scope.uid).map(placeOfScope),
  ]
}

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
  ...(scope.kind === 'tenant'
    ? [{ kind: 'action', name: 'Add registry', to: paths.addRegistry, needs: 'packRegistry.create' } as const]
    : []),
]

const placeOfScope = (scope: Scope): Place => ({
  kind: 'action',
  name: `Go to ${scopeName(scope)}`,
  words: 'scope project',
  to: scope.basePath,
})

/** Places whose name or keywords contain the text; for an empty text, the pages. */
export function findPlaces(places: readonly Place[], text: string): readonly Place[] {
  const sought = text.trim().toLowerCase()
  if (sought === '') return places.filter(({ kind }) => kind === 'page')
  return places.filter(({ name, words = '' }) => `${name} ${words}`.toLowerCase().includes(sought))
}
