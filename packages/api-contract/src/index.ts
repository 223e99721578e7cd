export type { PersonAccessBody } from './access/person-access.ts'
export type { PermissionsBody, RoleBody, RoleHoldersBody, RoleInput, RolesBody } from './access/roles.ts'
export {
  patchedTeamSchema,
  type ConsoleTeamBody,
  type ConsoleTeamsBody,
  type TeamBody,
  type TeamInput,
  type TeamsSummaryBody,
} from './access/teams/teams.ts'
export type { Access, FixedScope, Permission, Resource, Verb } from './operation/access.ts'
export { ERRORS, type ErrorCode } from './errors/error-codes.ts'
export { commonErrorResponses, errorSchema, type ErrorBody, type ProblemBody } from './errors/error.ts'
export { macrosBodySchema, type MacroBody, type MacroUsageBody } from './macros/macros.ts'
export type { PackSearch, PackSearchResponse } from './packs/pack-search.ts'
export type { ConsolePackBody, PackFacetsBody, PackSummariesBody, PackTagEntityBody } from './packs/packs.ts'
export { patchedUserSchema } from './people/accounts.ts'
export type {
  ApiKeyBody,
  ConsoleApiKeyBody,
  ConsoleApiKeysBody,
  ConsoleApiKeysQuery,
} from './people/api-keys/api-keys.ts'
export type { OwnName, OwnSessionsBody } from './people/own-account.ts'
export type { AuditActionType, AuditBody, AuditsQuery } from './audits/audits.ts'
export type { HomeBody } from './overview/home.ts'
export type { SearchResultsBody } from './overview/search.ts'
export type {
  AuditChoicesBody,
  AuditEventBody,
  AuditEventsBody,
  AuditFilter,
  AuditOutcome,
} from './audits/console-audits.ts'
export type { PeopleBody, PeopleQuery, PersonBody } from './people/people.ts'
export type { SessionBody } from './people/sessions/session.ts'
export type { UsersBody, UsersSummaryBody } from './people/users.ts'
export {
  cloneMetadataSchema,
  type PackInput,
  type ProfileInput,
  type ProfileUpdate,
  type ProfileVersionInput,
  type VariableInput,
} from './profiles/profile-edit.ts'
export type { ComparisonBody } from './profiles/profile-compare.ts'
export type { ProfileClonesBody } from './profiles/profile-clones.ts'
export type { ProfileVersionsBody } from './profiles/profile-versions.ts'
export type { PackUpdatePreviewBody, PackUpdatesBody, ProfileUpdatesBody } from './profiles/layers/pack-updates.ts'
export type { EmptyValuesBody, EmptyValuesInput } from './profiles/secrets/empty-values.ts'
export type { RevealInput } from './profiles/secrets/secret-reveal.ts'
export { type ImportRecordBody } from './profiles/transfer/import-records.ts'
export type { ExportPreviewBody } from './profiles/transfer/profile-export.ts'
export type {
  SecretMarksBody,
  SecretMarksInput,
  SecretRuleInput,
  SecretRulesBody,
} from './profiles/secrets/secret-decisions.ts'
export {
  importDecisionsSchema,
  importValidateResponseSchema,
  importQuerySchema,
  type ImportDecisionsBody,
  type ImportPlanBody,
  type ImportValidateResponse,
} from './profiles/transfer/profile-import.ts'
export type {
  ProfileFacetsBody,
  ProfileFilter,
  ListedProfileBody,
  ProfilesMetadataBody,
  ProfileSummariesBody,
  ProfileSummaryBody,
} from './profiles/profile-list.ts'
export type {
  PackConfigBody,
  ProfilePackBody,
  ProfilePackSpec,
  ProfileSummaryOfOneBody,
  ProfileTemplateInput,
} from './profiles/layers/profile-packs.ts'
export {
  layerSchema,
  packTypeSchema,
  type PackRefBody,
  type ProfileBody,
  type VariableBody,
} from './profiles/profiles.ts'
export type {
  ConsoleRegistriesBody,
  ConsoleRegistryBody,
  RegistrySyncBody,
  RegistryUsersBody,
} from './registries/console-registries.ts'
export type {
  BasicOciRegistryBody,
  EcrRegistryBody,
  HelmRegistryBody,
  PackRegistryBody,
} from './registries/registries.ts'
export type {
  BasicOciRegistryInput,
  EcrRegistryInput,
  HelmRegistryInput,
  PackRegistryInput,
} from './registries/registry-inputs.ts'
export { syncFaultWords } from './registries/sync-faults.ts'
export type { OidcConfigInput, SsoBody, SsoInput, SsoProblem } from './sso/sso.ts'
export { tagFilterSchema, type TagFilterInput } from './tenants/filters.ts'
export type { ProjectActiveResourcesBody, ProjectBody, ProjectInput, ProjectsSummaryBody } from './tenants/projects.ts'
export { TENANT_COLOURS, type TenantColour } from './tenants/tenant-colours.ts'
export type { TenantBody, TenantInput } from './tenants/tenant.ts'
