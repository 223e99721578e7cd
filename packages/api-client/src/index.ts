export type { Connection } from './connection.ts'
export type { ApiError, ApiRefusal, Result } from './result.ts'
export {
  changePassword,
  checkPasswordLink,
  getSession,
  listProjects,
  setPasswordByLink,
  signIn,
  signOut,
} from './session-operations.ts'
export {
  deleteProfile,
  deleteProfiles,
  getLayerManifests,
  getProfile,
  getProfileVariables,
  listProfileClones,
  listProfileFacets,
  listProfileImports,
  listProfiles,
  listProfilesMetadata,
  listProfileVersions,
  validateProfileName,
} from './profiles/profile-operations.ts'
export {
  cloneProfile,
  createProfile,
  listEditedLayers,
  publishProfile,
  readProfile,
  saveAsVersion,
  updateProfile,
} from './profiles/profile-edit-operations.ts'
export { compareProfiles, compareWithFile, takeOver, type ComparedPair } from './profiles/compare-operations.ts'
export {
  changeLayers,
  listPackUpdates,
  listProfileUpdates,
  previewPackUpdate,
} from './profiles/pack-update-operations.ts'
export { fillEmptyValues, listEmptyValues } from './profiles/empty-value-operations.ts'
export { revealSecret } from './profiles/secret-operations.ts'
export {
  addSecretRule,
  deleteSecretRule,
  listSecretRules,
  putSecretMarks,
} from './profiles/secret-decision-operations.ts'
export { exportProfile, exportTerraform, previewExport, type ExportedFile } from './profiles/export-operations.ts'
export { exportAudits, listAuditChoices, listAuditEvents } from './people/audit-operations.ts'
export { deleteSavedFilter, getSavedFilter, listSavedFilters, saveFilter } from './filter-operations.ts'
export { getHome, search } from './overview-operations.ts'
export { importProfileFile, validateImport, type ImportUpload } from './profiles/import-operations.ts'
export {
  addMacros,
  deleteMacros,
  listMacros,
  listMacroUsage,
  listResolvedMacros,
  updateMacros,
  type MacroScope,
} from './macro-operations.ts'
export {
  createBasicOciRegistry,
  createEcrRegistry,
  createHelmRegistry,
  createPackRegistry,
  deleteRegistry,
  getBasicOciRegistry,
  getEcrRegistry,
  getHelmRegistry,
  getPackRegistry,
  listConsoleRegistries,
  listRegistryUsers,
  testBasicOciRegistry,
  testEcrRegistry,
  testHelmRegistry,
  testPackRegistry,
  updateBasicOciRegistry,
  updateEcrRegistry,
  updateHelmRegistry,
  updatePackRegistry,
  type RegistryForm,
} from './registries/registry-operations.ts'
export { createApiKey, deleteApiKey, listApiKeys, setApiKeyState } from './people/api-key-operations.ts'
export { endOtherSessions, endSession, listOwnSessions, renameSelf } from './people/own-account-operations.ts'
export { getSetup, setUp } from './setup-operations.ts'
export { cancelRegistrySync, listRegistrySyncs, requestRegistrySync } from './registries/registry-sync-operations.ts'
export { getTenant, updateTenant } from './tenant-operations.ts'
export { finishSso, getSso, startSso, testSso, updateSso } from './sso-operations.ts'
export { getPack, listPackFacets, listPackUsers, searchPacks } from './pack-operations.ts'
export {
  createUser,
  deleteUser,
  getPerson,
  getPersonAccess,
  listPeople,
  listUserNames,
  makePasswordLink,
  setProjectRoles,
  setTenantRoles,
  setUserState,
  updateUser,
} from './people/user-operations.ts'
export {
  createRole,
  deleteRole,
  getRole,
  listPermissions,
  listRoleHolders,
  listRoles,
  updateRole,
} from './people/role-operations.ts'
export {
  addTeamMembers,
  createTeam,
  deleteTeam,
  getTeam,
  listTeams,
  removeTeamMember,
  renameTeam,
  setTeamProjectRoles,
  setTeamTenantRoles,
} from './people/team-operations.ts'
export {
  changeProject,
  createProject,
  deleteProject,
  listProjectContents,
  searchProjects,
  type ProjectWords,
} from './project-operations.ts'
