import type { FastifyInstance } from 'fastify'
import { homeRoutes } from './features/home/home-routes.ts'
import { macroRoutes } from './features/macros/macro-routes.ts'
import { packValidationRoutes } from './features/profile-edit/pack-validation/pack-validation-routes.ts'
import { packUpdateRoutes } from './features/pack-update/pack-update-routes.ts'
import { profileEditRoutes } from './features/profile-edit/profile-edit-routes.ts'
import { compareFileRoutes } from './features/profile-compare/compare-file-routes.ts'
import { profileCompareRoutes } from './features/profile-compare/profile-compare-routes.ts'
import { profileExportRoutes } from './features/profile-export/profile-export-routes.ts'
import { profileImportRoutes } from './features/profile-import/profile-import-routes.ts'
import { sessionRoutes } from './features/auth/session-routes.ts'
import { passwordRoutes } from './features/auth/passwords/password-routes.ts'
import { ownAccountRoutes } from './features/auth/own-account/own-account-routes.ts'
import { tokenRoutes } from './features/auth/tokens/token-routes.ts'
import { apiKeyRoutes } from './features/api-keys/api-key-routes.ts'
import { auditRoutes } from './features/audits/audit-routes.ts'
import { auditEventRoutes } from './features/audits/events/audit-event-routes.ts'
import { consolePackRoutes } from './features/packs/console/console-pack-routes.ts'
import { createOpenTexts } from './features/packs/content/pack-content-service.ts'
import { packListRoutes } from './features/packs/list/pack-list-routes.ts'
import { packRoutes } from './features/packs/read/pack-routes.ts'
import { packSearchRoutes } from './features/packs/search/pack-search-routes.ts'
import { deletionRoutes } from './features/profiles/deletion/deletion-routes.ts'
import { freeNameRoutes } from './features/profiles/versions/free-name-routes.ts'
import { emptyValueListRoutes } from './features/profiles/empty-values/empty-value-list-routes.ts'
import { profileListRoutes } from './features/profiles/list/profile-list-routes.ts'
import { profilePackListRoutes } from './features/profiles/packs/profile-pack-list-routes.ts'
import { profilePackRoutes } from './features/profiles/packs/profile-pack-routes.ts'
import { profileRoutes } from './features/profiles/read/profile-routes.ts'
import { profileSummaryRoutes } from './features/profiles/read/profile-summary-routes.ts'
import { profileClonesRoutes } from './features/profiles/versions/profile-clones-routes.ts'
import { profileVersionsRoutes } from './features/profiles/versions/profile-versions-routes.ts'
import { resolvedValuesRoutes } from './features/profiles/resolved-values/resolved-values-routes.ts'
import { revealRoutes } from './features/profiles/reveal/reveal-routes.ts'
import { projectListRoutes } from './features/projects/project-list-routes.ts'
import { projectRoutes } from './features/projects/project-routes.ts'
import { registryRoutes } from './features/registries/registry-routes.ts'
import { registryOpener } from './features/registry-connection/open-registry.ts'
import { consoleSyncRoutes } from './features/registry-sync/watch/console-sync-routes.ts'
import { registrySyncRoutes } from './features/registry-sync/registry-sync-routes.ts'
import { syncEventRoutes } from './features/registry-sync/watch/sync-event-routes.ts'
import { roleRoutes } from './features/roles/role-routes.ts'
import { searchRoutes } from './features/search/search-routes.ts'
import { setupRoutes } from './features/setup/setup-routes.ts'
import { secretMarkRoutes } from './features/profiles/secrets/secret-mark-routes.ts'
import { secretRuleRoutes } from './features/secret-rules/secret-rule-routes.ts'
import { consoleTeamRoutes } from './features/teams/console-team-routes.ts'
import { teamRoleRoutes } from './features/teams/roles/team-role-routes.ts'
import { teamRoutes } from './features/teams/team-routes.ts'
import { tenantRoutes } from './features/tenant/tenant-routes.ts'
import { loginWayRoutes } from './features/sso/login-way-routes.ts'
import { ssoSettingsRoutes } from './features/sso/settings/sso-settings-routes.ts'
import { ssoSignInRoutes } from './features/sso/sign-in/sso-sign-in-routes.ts'
import { tagFilterRoutes } from './features/tags/tag-filter-routes.ts'
import { personRoutes } from './features/users/people/person-routes.ts'
import { userRoleRoutes } from './features/users/roles/user-role-routes.ts'
import { userAccountRoutes } from './features/users/user-account-routes.ts'
import { userPatchRoutes } from './features/users/user-patch-routes.ts'
import { userRoutes } from './features/users/user-routes.ts'
import type { Platform } from './platform/platform.ts'

/** Every feature's routes. Each plugin has a scope of its own, so a feature can register its own body parser. */
export async function registerFeatures(app: FastifyInstance, platform: Platform): Promise<void> {
  await registerPeople(app, platform)
  await app.register(tokenRoutes, { platform })
  await app.register(sessionRoutes, { platform })
  await app.register(passwordRoutes, { platform })
  await app.register(ownAccountRoutes)
  await app.register(loginWayRoutes, { platform })
  await app.register(ssoSettingsRoutes, { platform })
  await app.register(ssoSignInRoutes, { platform })
  await app.register(setupRoutes, { platform })
  await app.register(tenantRoutes)
  await app.register(secretRuleRoutes)
  await app.register(apiKeyRoutes, { platform })
  await app.register(tagFilterRoutes)
  await app.register(homeRoutes)
  await app.register(searchRoutes)
  await app.register(auditRoutes)
  await app.register(auditEventRoutes, { platform })
  const openRegistry = registryOpener(platform)
  await app.register(registryRoutes, { tools: { ...platform, openRegistry } })
  await app.register(profileRoutes, { platform })
  await app.register(secretMarkRoutes, { platform })
  await app.register(profilePackListRoutes, { platform })
  await app.register(profilePackRoutes, { platform })
  await app.register(resolvedValuesRoutes, { platform })
  await app.register(revealRoutes, { platform })
  await app.register(emptyValueListRoutes, { platform })
  await app.register(profileSummaryRoutes, { platform })
  await app.register(profileVersionsRoutes)
  await app.register(profileClonesRoutes)
  await app.register(freeNameRoutes, { platform })
  await app.register(deletionRoutes, { platform })
  await app.register(profileListRoutes)
  await app.register(profileCompareRoutes, { platform })
  await app.register(compareFileRoutes, { platform })
  await app.register(profileExportRoutes, { platform })
  await app.register(profileEditRoutes, { platform })
  await app.register(packValidationRoutes, { platform })
  await app.register(packSearchRoutes)
  const packTools = { workers: platform.workers, openTexts: createOpenTexts({ cipher: platform.cipher, openRegistry }) }
  await app.register(packUpdateRoutes, { platform, openTexts: packTools.openTexts })
  await app.register(packListRoutes, packTools)
  await app.register(packRoutes, { ...packTools, charts: platform })
  await app.register(consolePackRoutes, packTools)
  await app.register(macroRoutes, { platform })
  await app.register(profileImportRoutes, { platform })
  await app.register(registrySyncRoutes, { platform })
  await app.register(consoleSyncRoutes)
  await app.register(syncEventRoutes, { platform })
}

/** Users, their roles and teams, and projects. */
async function registerPeople(app: FastifyInstance, platform: Platform): Promise<void> {
  await app.register(userRoutes)
  await app.register(userRoleRoutes)
  await app.register(teamRoutes)
  await app.register(teamRoleRoutes)
  await app.register(consoleTeamRoutes)
  await app.register(userAccountRoutes, { platform })
  await app.register(userPatchRoutes, { platform })
  await app.register(personRoutes)
  await app.register(roleRoutes)
  await app.register(projectRoutes)
  await app.register(projectListRoutes)
}
