import { can, type Scope } from '../session/scope.ts'
import { paths } from './paths.ts'

export interface Screen {
  name: string
  to: string
  /** Further words that find the page in the search. */
  words?: string
}

/** A page and the permission that it needs, if any. */
type Opening = Screen & { needs?: string }

/** The pages that the user's roles allow, in the two parts of the menu. */
export const screensOf = (scope: Scope) => ({
  main: mainScreens(scope).filter(isOpenIn(scope)),
  settings: settingsOf(scope).filter(isOpenIn(scope)),
})

const isOpenIn =
  (scope: Scope) =>
  ({ needs }: Opening) =>
    needs === undefined || can(scope, needs)

const mainScreens = (scope: Scope): readonly Opening[] => [
  { name: 'Home', to: paths.home(scope), needs: 'clusterProfile.list' },
  { name: 'Profiles', words: 'cluster profiles', to: paths.profiles(scope), needs: 'clusterProfile.list' },
  { name: 'Packs', words: 'charts', to: paths.packs(scope), needs: 'packRegistry.list' },
]

function settingsOf(scope: Scope): readonly Opening[] {
  const macros: Opening = { name: 'Macros', to: paths.macros(scope), needs: 'macro.list' }
  const auditLog: Opening = {
    name: 'Audit log',
    words: 'events history',
    to: paths.auditLog(scope),
    needs: 'audit.list',
  }
  if (scope.kind === 'project') return [macros, auditLog]
  return [
    { name: 'General', words: 'tenant settings', to: paths.tenantSettings },
    { name: 'Secrets', words: 'rules masks', to: paths.secretRules },
    macros,
    { name: 'Registries', words: 'repositories', to: paths.registries, needs: 'packRegistry.list' },
    { name: 'Projects', to: paths.projects, needs: 'project.list' },
    { name: 'People', words: 'users', to: paths.people, needs: 'user.list' },
    { name: 'Teams', words: 'groups', to: paths.teams, needs: 'team.list' },
    { name: 'Roles', words: 'permissions', to: paths.roles, needs: 'role.list' },
    { name: 'API keys', to: paths.apiKeys, needs: 'apiKey.list' },
    {
      name: 'Single sign-on',
      words: 'OpenID Connect identity provider',
      to: paths.singleSignOn,
      needs: 'tenant.update',
    },
    auditLog,
  ]
}
