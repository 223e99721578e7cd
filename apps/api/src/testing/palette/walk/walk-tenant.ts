import { BUILT_IN_ROLES } from '../../../platform/access/roles/roles.ts'
import { PASSWORD } from '../../fixtures.ts'
import type { PaletteCaller } from './palette-caller.ts'

/** Everything around profiles: macros, projects, users, keys, roles, filters, audit events. */
export async function walkTenant(caller: PaletteCaller) {
  const { call, stage } = caller
  const { emailId, password } = { emailId: stage.users.tenantAdmin.email, password: PASSWORD }
  const { Authorization } = (await call('v1Authenticate', { body: { emailId, password } })).json()
  await call('v1AuthOrg', { query: { orgName: 'Stage' } })
  await call('v1PasswordResetRequest', { body: { emailId } })
  await call('V1AuthUserOrgForgot', { query: { emailId } })
  await call('v1AuthRefresh', { path: { token: String(Authorization) } })
  await call('V1AuthOrgs')
  await call('v1UsersInfoGet')
  await call('v1FeaturesList')
  await call('v1PermissionsList', { query: { scope: 'tenant' } })
  await call('v1RolesList')
  await walkRoles(caller)
  await walkTeams(caller)
  await walkMacros(caller)
  await walkProjects(caller)
  await walkUsers(caller)
  await walkKeys(caller)
  await walkFilters(caller)
  await walkSingleSignOn(caller)
  await walkAudits(caller)
}

async function walkSingleSignOn({ call, stage }: PaletteCaller) {
  const path = { tenantUid: stage.uid }
  await call('V1TenantUidDomainsUpdate', { path, body: { domains: ['stage.test'] } })
  await call('V1TenantUidDomainsGet', { path })
  await call('V1TenantUidOidcConfigUpdate', { path, body: { isSsoEnabled: false, issuerUrl: '' } })
  await call('V1TenantUidOidcConfigGet', { path })
  await call('V1TenantUidSamlConfigSpecGet', { path })
  await call('V1TenantUidSamlConfigUpdate', { path, body: { isSsoEnabled: true } })
  await call('V1SsoLogins', { query: { org: 'Stage' } })
}

/** As the provider's resources do. */
async function walkRoles({ call }: PaletteCaller) {
  const metadata = {
    name: 'walked',
    annotations: { scope: 'tenant' },
    lastModifiedTimestamp: '0001-01-01T00:00:00.000Z',
  }
  const spec = { permissions: ['macro.get'], scope: 'tenant', type: 'user' }
  const body = { metadata, spec, status: { isEnabled: true } }
  const path = { uid: (await call('v1RolesCreate', { body })).uid() }
  await call('v1RolesUidGet', { path })
  await call('v1RolesUidUpdate', { path, body })
  const cloned = { uid: BUILT_IN_ROLES[0]?.uid ?? '' }
  await call('v1RolesClone', { path: cloned, body: { metadata: { name: 'cloned' } } })
  await call('v1RolesUidDelete', { path })
  await call('v1UsersSystemFeature')
}

async function walkTeams({ call, stage }: PaletteCaller) {
  const metadata = { name: 'walked' }
  const body = { metadata, spec: { users: [stage.users.projectViewer.uid] } }
  const uid = (await call('v1TeamsCreate', { body })).uid()
  const path = { uid }
  const projects = [{ projectUid: stage.projects.default, roles: ['Project Viewer'] }]
  await call('v1TeamsProjectRolesPut', { path, body: { projects } })
  await call('V1TeamsUidTenantRolesUpdate', { path, body: { roles: ['Tenant Viewer'] } })
  await call('v1TeamsWorkspaceRolesPut', { path, body: { workspaces: [] } })
  for (const id of ['v1TeamsUidGet', 'v1TeamsProjectRoles', 'V1TeamsUidTenantRolesGet', 'v1TeamsWorkspaceGetRoles']) {
    await call(id, { path })
  }
  await call('v1TeamsUidUpdate', { path, body })
  await call('v1TeamsUidPatch', { path, body: [{ op: 'replace', path: '/metadata/name', value: 'walked on' }] })
  await call('v1TeamsList', { query: { filters: 'metadata.name=walked on' } })
  await call('v1TeamsSummaryGet', { body: { filter: null, sort: null } })
  await walkResourceRoles({ call }, 'Teams', path)
  await call('v1TeamsUidDelete', { path })
}

const MACRO_CHANGES = ['Create', 'UpdateByMacroName', 'Update', 'List', 'DeleteByMacroName'] as const

async function walkMacros({ call, stage }: PaletteCaller) {
  const body = { macros: [{ name: 'domain', value: 'example.test' }] }
  const scopes = [
    ['v1TenantsUidMacros', { uid: stage.uid }],
    ['v1ProjectsUidMacros', { uid: stage.projects.default }],
    ['v1UsersSystemMacros', {}],
  ] as const
  for (const [prefix, path] of scopes) {
    for (const change of MACRO_CHANGES) await call(`${prefix}${change}`, { path, ...(change !== 'List' && { body }) })
  }
}

async function walkProjects({ call }: PaletteCaller) {
  const metadata = {
    name: 'walked',
    labels: { team: 'web' },
    annotations: { description: 'A project' },
    creationTimestamp: '0001-01-01T00:00:00.000Z',
  }
  const uid = (await call('v1ProjectsCreate', { body: { metadata } })).uid()
  const path = { uid }
  await call('v1ProjectsUidGet', { path })
  await call('v1ProjectsUidUpdate', { path, body: { metadata } })
  await call('v1ProjectsUidMetaUpdate', { path, body: metadata })
  await call('v1ProjectsMetadata')
  await call('v1ProjectsFilterSummary', { body: { filter: null, sort: null } })
  await call('v1ProjectsUidValidate', { path })
  await call('v1ProjectsUidDelete', { path })
}

async function walkUsers({ call, stage, makePasswordToken }: PaletteCaller) {
  const metadata = { name: 'walked' }
  const spec = { emailId: 'walked@stage.test', firstName: 'A', lastName: 'B', roles: null }
  const path = { uid: (await call('v1UsersCreate', { body: { metadata, spec: { ...spec, teams: null } } })).uid() }
  await call('v1UsersUidUpdate', { path, body: { metadata, spec } })
  await call('v1UsersUidRolesUpdate', { path, body: { roles: ['Tenant Viewer'] } })
  const projects = [{ projectUid: stage.projects.default, roles: ['Project Viewer'] }]
  await call('v1UsersProjectRolesPut', { path, body: { projects } })
  for (const id of ['v1UsersUidGet', 'v1UsersUidRoles', 'v1UsersProjectRoles']) await call(id, { path })
  await call('v1UsersUidPatch', { path, body: [{ op: 'replace', path: '/spec/lastName', value: 'C' }] })
  await call('v1UsersUidPasswordReset', { path })
  await call('v1UsersEmailPasswordReset', { body: { emailId: spec.emailId } })
  await call('v1UsersWorkspaceGetRoles', { path })
  await call('v1UsersWorkspaceRolesPut', { path, body: { workspaces: [] } })
  await walkResourceRoles({ call }, 'Users', path)
  const activating = { passwordToken: await makePasswordToken(path.uid) }
  await call('v1PasswordActivate', { path: activating, body: { password: 'a first password' } })
  await walkOwnPassword({ call }, { emailId: spec.emailId, currentPassword: 'a first password' })
  const passwordToken = await makePasswordToken(path.uid)
  await call('v1PasswordReset', { path: { passwordToken }, body: { password: 'a walked password' } })
  await call('v1UsersUidDelete', { path })
  await call('v1UsersList', { query: { limit: '50' } })
  await call('v1UsersMetadata')
  await call('v1UsersSummaryGet', { body: { filter: null, sort: null } })
}

async function walkResourceRoles(
  { call }: Pick<PaletteCaller, 'call'>,
  whose: 'Users' | 'Teams',
  path: { uid: string },
) {
  const roles = { roles: ['Project Viewer'], projectUids: [], filterRefs: [] }
  const one = { ...path, resourceRoleUid: '0'.repeat(24) }
  await call(`v1${whose}UidResourceRoles`, { path })
  await call(`v1${whose}UidResourceRolesCreate`, { path, body: roles })
  await call(`v1${whose}ResourceRolesUidUpdate`, { path: one, body: roles })
  await call(`v1${whose}UidResourceRolesUidDelete`, { path: one })
}

/** Each change ends all earlier tokens. */
async function walkOwnPassword(
  { call }: Pick<PaletteCaller, 'call'>,
  { emailId, currentPassword }: { emailId: string; currentPassword: string },
) {
  const signIn = async (password: string) => {
    const { Authorization } = (await call('v1Authenticate', { body: { emailId, password } })).json()
    return { token: String(Authorization) }
  }
  const first = await signIn(currentPassword)
  const { userUid } = (await call('v1UsersInfoGet', first)).json()
  const newPassword = 'a second password'
  await call('v1UsersUidPasswordChange', {
    ...first,
    path: { uid: String(userUid) },
    body: { currentPassword, newPassword },
  })
  const second = await signIn(newPassword)
  const change = { emailId, currentPassword: newPassword, newPassword: 'a third password' }
  await call('V1UsersPasswordChange', { ...second, body: change })
  const third = await signIn('a third password')
  await call('v1UsersAuthTokensRevoke', { ...third, body: { tokens: [third.token] } })
}

async function walkKeys({ call, stage }: PaletteCaller) {
  const metadata = { name: 'walked' }
  const expiry = '2099-01-01T00:00:00.000Z'
  const uid = (await call('v1ApiKeysCreate', { body: { metadata, spec: { expiry, userUid: stage.uid } } })).uid()
  const path = { uid }
  await call('v1ApiKeysList')
  await call('v1ApiKeysUidGet', { path })
  await call('v1ApiKeysUidUpdate', { path, body: { metadata, spec: { expiry } } })
  await call('v1ApiKeysUidActiveState', { path, body: { isActive: false } })
  await call('v1ApiKeysUidState', { path, body: { isActive: true } })
  await call('v1ApiKeysUidDelete', { path })
}

async function walkFilters({ call }: PaletteCaller) {
  const filters = [{ key: 'team', negation: false, operator: 'eq', values: ['web'] }]
  await call('v1TagFiltersCreate', {
    body: { metadata: { name: 'walked' }, spec: { filterGroup: { conjunction: 'and', filters } } },
  })
  await call('v1FiltersList', { query: { limit: '0' } })
  await call('v1FiltersMetadata', { query: { filterType: 'tag' } })
}

async function walkAudits({ call }: PaletteCaller) {
  const events = await call('v1AuditsList', { query: { limit: '50' } })
  const uid = /"uid":"([0-9a-f]{24})"/.exec(events.body)?.[1] ?? 'none'
  const path = { uid }
  await call('v1AuditsUidGet', { path })
  await call('v1AuditsUidGetSysMsg', { path })
  await call('v1AuditsUidMsgUpdate', { path, body: { userMsg: 'Said in the walk' } })
}
