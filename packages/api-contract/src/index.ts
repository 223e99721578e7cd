export { ERRORS, type ErrorCode } from './error-codes.ts'
export {
  commonErrorResponses,
  errorSchema,
  listMetaSchema,
  objectEntitySchema,
  objectMetaSchema,
  pagingQuerySchema,
  problemSchema,
  uidBodySchema,
  uidSchema,
  type ErrorBody,
  type ProblemBody,
} from './common.ts'
export {
  authenticateRequestSchema,
  authenticateResponseSchema,
  sessionSchema,
  signInRequestSchema,
  userInfoSchema,
  type SessionBody,
} from './console.ts'
export {
  layerSchema,
  packRefSchema,
  packTypeSchema,
  profileFacetsSchema,
  profileFilterSchema,
  profileManifestsSchema,
  profileSchema,
  profilesMetadataSchema,
  profileSummariesSchema,
  profileSummarySchema,
  profileTemplateSchema,
  profileVersionSchema,
  variableSchema,
  variablesSchema,
  type ProfileBody,
  type ProfileFilter,
  type ProfileSummaryBody,
} from './profiles.ts'
export { exportPreviewSchema, exportQuerySchema, secretSchema, type ExportPreviewBody } from './profile-export.ts'
export {
  importDecisionsSchema,
  importPlanSchema,
  importQuerySchema,
  importRecordSchema,
  importRecordsSchema,
  importValidateResponseSchema,
  packRegistryMetadataSchema,
  maskedValueSchema,
  plannedLayerSchema,
  validateNameQuerySchema,
  type ImportDecisionsBody,
  type ImportPlanBody,
  type ImportRecordBody,
  type ImportValidateResponse,
} from './profile-import.ts'
export { macrosBodySchema, macroSchema, macrosSchema, macroUsageSchema, type MacroUsageBody } from './macros.ts'
export {
  packSearchResponseSchema,
  packSearchSchema,
  projectsMetadataSchema,
  registriesMetadataQuerySchema,
  registriesMetadataSchema,
} from './catalogue.ts'
