import { teamMemberOperations } from './access/teams/team-member-operations.ts'
import { roleOperations } from './access/role-operations.ts'
import { teamOperations } from './access/teams/team-operations.ts'
import { teamRoleOperations } from './access/teams/team-role-operations.ts'
import { userRoleOperations } from './access/user-role-operations.ts'
import type { Operation } from './operation/operation.ts'
import {
  macroOperations,
  projectMacroOperations,
  systemMacroOperations,
  tenantMacroOperations,
} from './macros/macro-operations.ts'
import { consolePackOperations, packOperations } from './packs/pack-operations.ts'
import { accountOperations } from './people/account-operations.ts'
import { apiKeyOperations } from './people/api-keys/api-key-operations.ts'
import { auditOperations } from './audits/audit-operations.ts'
import { ownAccountOperations } from './people/own-account-operations.ts'
import { overviewOperations } from './overview/overview-operations.ts'
import { passwordOperations } from './people/password-operations.ts'
import { sessionOperations } from './people/sessions/session-operations.ts'
import { userOperations } from './people/user-operations.ts'
import { compareOperations } from './profiles/compare-operations.ts'
import { layerEditOperations } from './profiles/layers/layer-edit-operations.ts'
import { layerOperations } from './profiles/layers/layer-operations.ts'
import { packUpdateOperations } from './profiles/layers/pack-update-operations.ts'
import { profileEditOperations } from './profiles/profile-edit-operations.ts'
import { profileOperations } from './profiles/profile-operations.ts'
import { emptyValueOperations } from './profiles/secrets/empty-value-operations.ts'
import { secretOperations } from './profiles/secrets/secret-operations.ts'
import { secretDecisionOperations } from './profiles/secrets/secret-decision-operations.ts'
import { exportOperations, importOperations } from './profiles/transfer/transfer-operations.ts'
import {
  basicOciRegistryOperations,
  ecrRegistryOperations,
  helmRegistryOperations,
  packRegistryOperations,
} from './registries/registry-form-operations.ts'
import {
  basicOciRegistrySyncOperations,
  consoleSyncOperations,
  ecrRegistrySyncOperations,
  helmRegistrySyncOperations,
  packRegistrySyncOperations,
} from './registries/registry-sync-operations.ts'
import {
  consoleRegistryOperations,
  registryListOperations,
  registryOperations,
} from './registries/registry-operations.ts'
import { loginWayOperations, ssoOperations, ssoSessionOperations } from './sso/sso-operations.ts'
import { filterOperations } from './tenants/filter-operations.ts'
import { projectOperations } from './tenants/project-operations.ts'
import { setupOperations } from './tenants/setup-operations.ts'
import { tenantOperations } from './tenants/tenant-operations.ts'

export type {
  AnswerInputOf,
  AnswerOf,
  BodyInputOf,
  BodyOf,
  Operation,
  ParamsOf,
  QueryOf,
} from './operation/operation.ts'

/** Every operation of the API, by kind of resource. */
export const operations = {
  accounts: accountOperations,
  apiKeys: apiKeyOperations,
  audits: auditOperations,
  overview: overviewOperations,
  basicOciRegistries: basicOciRegistryOperations,
  basicOciRegistrySyncs: basicOciRegistrySyncOperations,
  comparisons: compareOperations,
  consolePacks: consolePackOperations,
  consoleRegistries: consoleRegistryOperations,
  consoleSyncs: consoleSyncOperations,
  ecrRegistries: ecrRegistryOperations,
  ecrRegistrySyncs: ecrRegistrySyncOperations,
  emptyValues: emptyValueOperations,
  exports: exportOperations,
  filters: filterOperations,
  helmRegistries: helmRegistryOperations,
  helmRegistrySyncs: helmRegistrySyncOperations,
  imports: importOperations,
  layerEdits: layerEditOperations,
  layers: layerOperations,
  loginWays: loginWayOperations,
  macros: macroOperations,
  packRegistries: packRegistryOperations,
  packRegistrySyncs: packRegistrySyncOperations,
  ownAccount: ownAccountOperations,
  packs: packOperations,
  packUpdates: packUpdateOperations,
  passwords: passwordOperations,
  profileEdits: profileEditOperations,
  profiles: profileOperations,
  projectMacros: projectMacroOperations,
  projects: projectOperations,
  registries: registryOperations,
  registryLists: registryListOperations,
  roles: roleOperations,
  secrets: secretOperations,
  secretDecisions: secretDecisionOperations,
  session: sessionOperations,
  setup: setupOperations,
  sso: ssoOperations,
  ssoSessions: ssoSessionOperations,
  systemMacros: systemMacroOperations,
  tenant: tenantOperations,
  teamMembers: teamMemberOperations,
  teamRoles: teamRoleOperations,
  teams: teamOperations,
  tenantMacros: tenantMacroOperations,
  userRoles: userRoleOperations,
  users: userOperations,
}

/** All operations in one list. */
export const OPERATIONS: readonly Operation[] = Object.values(operations).flatMap((group) =>
  Object.values<Operation>(group),
)
