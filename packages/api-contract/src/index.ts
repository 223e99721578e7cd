export type { Access, FixedScope, Permission, Resource, Verb } from './operation/access.ts'
export { ERRORS, type ErrorCode } from './errors/error-codes.ts'
export { commonErrorResponses, errorSchema, type ErrorBody, type ProblemBody } from './errors/error.ts'
export { macrosBodySchema, type MacroBody, type MacroUsageBody } from './macros/macros.ts'
export {
  packSearchResponseSchema,
  packSearchSchema,
  type PackSearch,
  type PackSearchResponse,
} from './packs/pack-search.ts'
export {
  consolePackSchema,
  packFacetsSchema,
  packListQuerySchema,
  packReadmeSchema,
  packSummariesSchema,
  packTagEntitySchema,
  packTagQuerySchema,
  type ConsolePackBody,
  type PackFacetsBody,
  type PackSummariesBody,
  type PackTagEntityBody,
} from './packs/packs.ts'
export { type ApiKeyBody } from './people/api-keys.ts'
export { type AuditActionType, type AuditBody, type AuditsQuery } from './people/audits.ts'
export { type PermissionsBody, type RolesBody } from './people/roles.ts'
export { type SessionBody, type SignInRequest } from './people/session.ts'
export { type UserInput, type UsersBody, type UsersSummaryBody } from './people/users.ts'
export {
  bulkDeleteResponseSchema,
  bulkDeleteSchema,
  cloneInputSchema,
  cloneMetadataSchema,
  manifestInputSchema,
  packBodySchema,
  profileInputSchema,
  profileMetadataInputSchema,
  profileUpdateSchema,
  publishQuerySchema,
  variableNamesSchema,
  variablesInputSchema,
  type PackInput,
  type ProfileInput,
  type ProfileUpdate,
  type VariableInput,
} from './profiles/profile-edit.ts'
export {
  exportPreviewSchema,
  exportedFileSchema,
  exportQuerySchema,
  terraformExportQuerySchema,
  terraformFileSchema,
  type ExportPreviewBody,
  type SecretBody,
} from './profiles/profile-export.ts'
export {
  importDecisionsSchema,
  importQuerySchema,
  importRecordsSchema,
  importValidateResponseSchema,
  validateNameQuerySchema,
  type ImportDecisionsBody,
  type ImportPlanBody,
  type ImportRecordBody,
  type ImportValidateResponse,
} from './profiles/profile-import.ts'
export {
  profileFacetsSchema,
  profileFilterSchema,
  profilesMetadataSchema,
  profileSummariesSchema,
  type ProfileFacetsBody,
  type ProfileFilter,
  type ProfilesMetadataBody,
  type ProfileSummariesBody,
  type ProfileSummaryBody,
} from './profiles/profile-list.ts'
export {
  packRefsInputSchema,
  packsToValidateSchema,
  packsValidationSchema,
  profileManifestSchema,
  profilePackConfigSchema,
  profilePackSchema,
  profilePacksManifestsSchema,
  profilePacksSchema,
  profileSummaryOfOneSchema,
  resolvedValuesQuerySchema,
  resolvedValuesSchema,
  type PackConfigBody,
  type ProfilePackBody,
  type ProfilePackSpec,
  type ProfileSummaryOfOneBody,
  type ProfileTemplateInput,
} from './profiles/profile-packs.ts'
export {
  layerSchema,
  packTypeSchema,
  profileManifestsSchema,
  profileSchema,
  variablesSchema,
  type PackRefBody,
  type ProfileBody,
  type VariableBody,
} from './profiles/profiles.ts'
export {
  consoleRegistriesSchema,
  registrySyncsSchema,
  registryUsersSchema,
  type ConsoleRegistriesBody,
  type ConsoleRegistryBody,
  type RegistrySyncBody,
  type RegistryUsersBody,
} from './registries/console-registries.ts'
export { registriesMetadataQuerySchema, registriesMetadataSchema } from './registries/registries-metadata.ts'
export {
  basicOciRegistrySchema,
  ecrRegistrySchema,
  helmRegistriesSchema,
  helmRegistriesSummarySchema,
  helmRegistrySchema,
  ociRegistriesSummarySchema,
  ociRegistrySchema,
  packRegistriesSchema,
  packRegistriesSummarySchema,
  packRegistrySchema,
  registryConfigSchema,
  registrySyncStatusSchema,
  type BasicOciRegistryBody,
  type EcrRegistryBody,
  type HelmRegistryBody,
  type PackRegistryBody,
} from './registries/registries.ts'
export {
  basicOciRegistryInputSchema,
  basicOciRegistryProbeSchema,
  ecrRegistryInputSchema,
  ecrRegistryProbeSchema,
  helmRegistryInputSchema,
  helmRegistryProbeSchema,
  packRegistryInputSchema,
  packRegistryProbeSchema,
  type BasicOciRegistryInput,
  type BasicOciRegistryProbe,
  type EcrRegistryInput,
  type EcrRegistryProbe,
  type HelmRegistryInput,
  type HelmRegistryProbe,
  type PackRegistryInput,
  type PackRegistryProbe,
} from './registries/registry-inputs.ts'
export { registrySyncQuerySchema } from './registries/registry-syncs.ts'
export { syncFaultWords } from './registries/sync-faults.ts'
export { pagingQuerySchema } from './shapes/paging.ts'
export { uidBodySchema } from './shapes/uid.ts'
export { tagFilterSchema, type TagFilterInput } from './tenants/filters.ts'
export {
  type ProjectActiveResourcesBody,
  type ProjectBody,
  type ProjectInput,
  type ProjectsSummaryBody,
} from './tenants/projects.ts'
export { type SetupRequest } from './tenants/setup.ts'
export { TENANT_COLOURS, type TenantColour } from './tenants/tenant-colours.ts'
export { type TenantBody, type TenantInput } from './tenants/tenant.ts'
