interface Refusal {
  code: 'NotSupported' | 'ResourceNotFound'
  reason: string
}

/** An operation of Palette's API, as its specification names it. */
export interface PaletteOperation {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With parameters in braces, spelled as in the specification. */
  path: string
  operationId: string
  /** The one status that its clients take for success. */
  success: 200 | 201 | 202 | 204
  /** Named by a client that has to work: Terraform provider, SDKs, MCP server. */
  isClientNeeded: boolean
  /** Why it never succeeds, where it does not. */
  refusal?: Refusal | undefined
}

const NEEDS_CLUSTERS: Refusal = {
  code: 'NotSupported',
  reason: 'Needs running clusters, which Waybill does not manage',
}
const FIXED_ROLES: Refusal = { code: 'NotSupported', reason: 'The roles are those of the system' }
const NO_IMAGES: Refusal = { code: 'NotSupported', reason: 'Waybill runs no clusters that would pull images' }
const NO_LOGOS: Refusal = { code: 'ResourceNotFound', reason: 'Logos are not kept, and `logoUrl` is empty everywhere' }

type Row = readonly [
  method: PaletteOperation['method'],
  path: string,
  operationId: string,
  success: PaletteOperation['success'],
  refusal?: Refusal,
]

const toOperations = (rows: readonly Row[], isClientNeeded: boolean) =>
  rows.map(([method, path, operationId, success, refusal]) => ({
    method,
    path,
    operationId,
    success,
    isClientNeeded,
    refusal,
  }))

const calledByClients = (...rows: readonly Row[]): PaletteOperation[] => toOperations(rows, true)
const documentedOnly = (...rows: readonly Row[]): PaletteOperation[] => toOperations(rows, false)

/**
 * Every operation of Palette's specification (4.8) that has to do with cluster profiles: what Waybill answers as Palette does, and
 * what it refuses because nothing here stands behind it. The OpenAPI document takes its operation ids from here, and
 * `docs/api-compatibility.md` is made of it.
 */
export const PALETTE_OPERATIONS: readonly PaletteOperation[] = [
  ...calledByClients(
    ['GET', '/v1/apiKeys', 'v1ApiKeysList', 200],
    ['POST', '/v1/apiKeys', 'v1ApiKeysCreate', 201],
    ['DELETE', '/v1/apiKeys/{uid}', 'v1ApiKeysUidDelete', 204],
    ['POST', '/v1/auth/authenticate', 'v1Authenticate', 200],
    ['POST', '/v1/clusterprofiles', 'v1ClusterProfilesCreate', 201],
    ['DELETE', '/v1/clusterprofiles/bulk', 'v1ClusterProfilesBulkDelete', 200],
    ['POST', '/v1/clusterprofiles/import', 'v1ClusterProfilesImport', 201],
    ['POST', '/v1/clusterprofiles/import/file', 'v1ClusterProfilesImportFile', 201],
    ['POST', '/v1/clusterprofiles/import/validate', 'v1ClusterProfilesImportValidate', 200],
    ['DELETE', '/v1/clusterprofiles/{uid}', 'v1ClusterProfilesDelete', 204],
    ['GET', '/v1/clusterprofiles/{uid}', 'v1ClusterProfilesGet', 200],
    ['PUT', '/v1/clusterprofiles/{uid}', 'v1ClusterProfilesUpdate', 204],
    ['POST', '/v1/clusterprofiles/{uid}/clone', 'v1ClusterProfilesUidClone', 201],
    ['GET', '/v1/clusterprofiles/{uid}/export', 'V1ClusterProfilesUidExport', 200],
    ['PATCH', '/v1/clusterprofiles/{uid}/metadata', 'v1ClusterProfilesUidMetadataUpdate', 204],
    ['GET', '/v1/clusterprofiles/{uid}/packs/{packName}/manifests', 'v1ClusterProfilesUidPacksUidManifests', 200],
    ['PATCH', '/v1/clusterprofiles/{uid}/publish', 'v1ClusterProfilesPublish', 204],
    ['GET', '/v1/clusterprofiles/{uid}/variables', 'V1ClusterProfilesUidVariablesGet', 200],
    ['PATCH', '/v1/clusterprofiles/{uid}/variables', 'V1ClusterProfilesUidVariablesPatch', 204],
    ['PUT', '/v1/clusterprofiles/{uid}/variables', 'V1ClusterProfilesUidVariablesPut', 204],
    ['POST', '/v1/dashboard/clusterprofiles', 'v1ClusterProfilesFilterSummary', 200],
    ['GET', '/v1/dashboard/clusterprofiles/metadata', 'v1ClusterProfilesMetadata', 200],
    ['GET', '/v1/dashboard/clusterprofiles/{uid}', 'v1ClusterProfilesUidSummary', 200],
    ['GET', '/v1/dashboard/projects/metadata', 'v1ProjectsMetadata', 200],
    ['GET', '/v1/packs', 'v1PacksSummaryList', 200],
    ['POST', '/v1/packs/search', 'v1PacksSearch', 200],
    ['GET', '/v1/packs/{packName}/registries/{registryUid}', 'v1PacksNameRegistryUidList', 200],
    ['GET', '/v1/packs/{uid}', 'v1PacksUid', 200],
    ['POST', '/v1/projects', 'v1ProjectsCreate', 201],
    ['DELETE', '/v1/projects/{uid}', 'v1ProjectsUidDelete', 204],
    ['GET', '/v1/projects/{uid}', 'v1ProjectsUidGet', 200],
    ['PUT', '/v1/projects/{uid}', 'v1ProjectsUidUpdate', 204],
    ['DELETE', '/v1/projects/{uid}/macros', 'v1ProjectsUidMacrosDeleteByMacroName', 204],
    ['GET', '/v1/projects/{uid}/macros', 'v1ProjectsUidMacrosList', 200],
    ['PATCH', '/v1/projects/{uid}/macros', 'v1ProjectsUidMacrosUpdateByMacroName', 204],
    ['POST', '/v1/projects/{uid}/macros', 'v1ProjectsUidMacrosCreate', 204],
    ['PUT', '/v1/projects/{uid}/macros', 'v1ProjectsUidMacrosUpdate', 204],
    ['GET', '/v1/registries/helm', 'v1RegistriesHelmList', 200],
    ['GET', '/v1/registries/helm/{uid}', 'v1RegistriesHelmUidGet', 200],
    ['GET', '/v1/registries/helm/{uid}/sync/status', 'v1RegistriesHelmUidSyncStatus', 200],
    ['GET', '/v1/registries/metadata', 'v1RegistriesMetadata', 200],
    ['GET', '/v1/registries/oci/summary', 'v1OciRegistriesSummary', 200],
    ['GET', '/v1/registries/oci/{uid}/basic/sync/status', 'v1BasicOciRegistriesUidSyncStatus', 200],
    ['GET', '/v1/registries/pack', 'v1RegistriesPackList', 200],
    ['GET', '/v1/registries/pack/{uid}/sync/status', 'v1RegistriesPackUidSyncStatus', 200],
    ['DELETE', '/v1/tenants/{tenantUid}/macros', 'v1TenantsUidMacrosDeleteByMacroName', 204],
    ['GET', '/v1/tenants/{tenantUid}/macros', 'v1TenantsUidMacrosList', 200],
    ['PATCH', '/v1/tenants/{tenantUid}/macros', 'v1TenantsUidMacrosUpdateByMacroName', 204],
    ['POST', '/v1/tenants/{tenantUid}/macros', 'v1TenantsUidMacrosCreate', 204],
    ['PUT', '/v1/tenants/{tenantUid}/macros', 'v1TenantsUidMacrosUpdate', 204],
    ['GET', '/v1/users', 'v1UsersList', 200],
    ['GET', '/v1/users/info', 'v1UsersInfoGet', 200],
  ),
  ...documentedOnly(
    ['GET', '/v1/apiKeys/{uid}', 'v1ApiKeysUidGet', 200],
    ['PATCH', '/v1/apiKeys/{uid}', 'v1ApiKeysUidActiveState', 204],
    ['PUT', '/v1/apiKeys/{uid}', 'v1ApiKeysUidUpdate', 204],
    ['PUT', '/v1/apiKeys/{uid}/state', 'v1ApiKeysUidState', 204],
    ['GET', '/v1/audits', 'v1AuditsList', 200],
    ['GET', '/v1/audits/{uid}', 'v1AuditsUidGet', 200],
    ['GET', '/v1/audits/{uid}/sysMsg', 'v1AuditsUidGetSysMsg', 200],
    ['PATCH', '/v1/audits/{uid}/userMsg', 'v1AuditsUidMsgUpdate', 204],
    ['GET', '/v1/clusterprofiles/macros', 'v1MacrosList', 200],
    ['GET', '/v1/clusterprofiles/validate/name', 'v1ClusterProfilesValidateNameVersion', 204],
    ['POST', '/v1/clusterprofiles/validate/packs', 'v1ClusterProfilesValidatePacks', 200],
    ['POST', '/v1/clusterprofiles/{uid}/clone/validate', 'v1ClusterProfilesUidCloneValidate', 204],
    ['GET', '/v1/clusterprofiles/{uid}/export/terraform', 'V1ClusterProfilesUidExportTerraform', 200],
    ['PATCH', '/v1/clusterprofiles/{uid}/packRefs', 'v1ClusterProfilesPacksRefUpdate', 204],
    ['GET', '/v1/clusterprofiles/{uid}/packs', 'v1ClusterProfilesUidPacksGet', 200],
    ['POST', '/v1/clusterprofiles/{uid}/packs', 'v1ClusterProfilesUidPacksAdd', 201],
    ['GET', '/v1/clusterprofiles/{uid}/packs/manifests', 'v1ClusterProfilesUidPacksManifestsGet', 200],
    ['GET', '/v1/clusterprofiles/{uid}/packs/resolvedValues', 'v1ClusterProfilesUidPacksResolvedValuesGet', 200],
    ['DELETE', '/v1/clusterprofiles/{uid}/packs/{packName}', 'v1ClusterProfilesUidPacksNameDelete', 204],
    ['GET', '/v1/clusterprofiles/{uid}/packs/{packName}', 'V1ClusterProfilesUidPacksNameGet', 200],
    ['PUT', '/v1/clusterprofiles/{uid}/packs/{packName}', 'v1ClusterProfilesUidPacksNameUpdate', 204],
    ['GET', '/v1/clusterprofiles/{uid}/packs/{packName}/config', 'v1ClusterProfilesUidPacksConfigGet', 200],
    ['POST', '/v1/clusterprofiles/{uid}/packs/{packName}/manifests', 'v1ClusterProfilesUidPacksNameManifestsAdd', 201],
    [
      'DELETE',
      '/v1/clusterprofiles/{uid}/packs/{packName}/manifests/{manifestUid}',
      'v1ClusterProfilesUidPacksNameManifestsUidDelete',
      204,
    ],
    [
      'GET',
      '/v1/clusterprofiles/{uid}/packs/{packName}/manifests/{manifestUid}',
      'v1ClusterProfilesUidPacksNameManifestsUidGet',
      200,
    ],
    [
      'PUT',
      '/v1/clusterprofiles/{uid}/packs/{packName}/manifests/{manifestUid}',
      'v1ClusterProfilesUidPacksNameManifestsUidUpdate',
      204,
    ],
    ['GET', '/v1/clusterprofiles/{uid}/spc/download', 'v1ClusterProfilesUidSpcDownload', 200, NEEDS_CLUSTERS],
    ['POST', '/v1/clusterprofiles/{uid}/validate/packs', 'v1ClusterProfilesUidValidatePacks', 200],
    ['DELETE', '/v1/clusterprofiles/{uid}/variables', 'V1ClusterProfilesUidVariablesDelete', 204],
    ['POST', '/v1/dashboard/projects', 'v1ProjectsFilterSummary', 200],
    ['GET', '/v1/features', 'v1FeaturesList', 200],
    ['GET', '/v1/filters', 'v1FiltersList', 200],
    ['GET', '/v1/filters/metadata', 'v1FiltersMetadata', 200],
    ['POST', '/v1/filters/tag', 'v1TagFiltersCreate', 201],
    ['GET', '/v1/packs/{packUid}/logo', 'v1PacksPackUidLogo', 200, NO_LOGOS],
    ['GET', '/v1/packs/{uid}/readme', 'v1PacksUidReadme', 200],
    ['GET', '/v1/permissions', 'v1PermissionsList', 200],
    ['PUT', '/v1/projects/{uid}/meta', 'v1ProjectsUidMetaUpdate', 204],
    ['DELETE', '/v1/projects/{uid}/validate', 'v1ProjectsUidValidate', 200],
    ['POST', '/v1/registries/helm', 'v1RegistriesHelmCreate', 201],
    ['GET', '/v1/registries/helm/summary', 'v1RegistriesHelmSummaryList', 200],
    ['POST', '/v1/registries/helm/validate', 'V1RegistriesHelmValidate', 204],
    ['DELETE', '/v1/registries/helm/{uid}', 'v1RegistriesHelmUidDelete', 204],
    ['PUT', '/v1/registries/helm/{uid}', 'v1RegistriesHelmUidUpdate', 204],
    ['POST', '/v1/registries/helm/{uid}/sync', 'v1RegistriesHelmUidSync', 202],
    ['POST', '/v1/registries/oci/basic', 'v1BasicOciRegistriesCreate', 201],
    ['POST', '/v1/registries/oci/basic/validate', 'v1BasicOciRegistriesValidate', 204],
    ['POST', '/v1/registries/oci/ecr', 'v1EcrRegistriesCreate', 201],
    ['POST', '/v1/registries/oci/ecr/validate', 'v1EcrRegistriesValidate', 204],
    ['GET', '/v1/registries/oci/image', 'v1OciImageRegistryGet', 200, NO_IMAGES],
    ['GET', '/v1/registries/oci/{uid}', 'v1OciRegistriesGet', 200],
    ['DELETE', '/v1/registries/oci/{uid}/basic', 'v1BasicOciRegistriesUidDelete', 204],
    ['GET', '/v1/registries/oci/{uid}/basic', 'v1BasicOciRegistriesUidGet', 200],
    ['PUT', '/v1/registries/oci/{uid}/basic', 'v1BasicOciRegistriesUidUpdate', 204],
    ['POST', '/v1/registries/oci/{uid}/basic/sync', 'v1BasicOciRegistriesUidSync', 202],
    ['DELETE', '/v1/registries/oci/{uid}/ecr', 'v1EcrRegistriesUidDelete', 204],
    ['GET', '/v1/registries/oci/{uid}/ecr', 'v1EcrRegistriesUidGet', 200],
    ['PUT', '/v1/registries/oci/{uid}/ecr', 'v1EcrRegistriesUidUpdate', 204],
    ['POST', '/v1/registries/oci/{uid}/ecr/sync', 'v1EcrRegistriesUidSync', 202],
    ['GET', '/v1/registries/oci/{uid}/ecr/sync/status', 'v1EcrRegistriesUidSyncStatus', 200],
    ['POST', '/v1/registries/pack', 'v1RegistriesPackCreate', 201],
    ['GET', '/v1/registries/pack/summary', 'v1RegistriesPackSummaryList', 200],
    ['POST', '/v1/registries/pack/validate', 'V1RegistriesPackValidate', 204],
    ['DELETE', '/v1/registries/pack/{uid}', 'v1RegistriesPackUidDelete', 204],
    ['GET', '/v1/registries/pack/{uid}', 'v1RegistriesPackUidGet', 200],
    ['PUT', '/v1/registries/pack/{uid}', 'v1RegistriesPackUidUpdate', 204],
    ['POST', '/v1/registries/pack/{uid}/sync', 'v1RegistriesPackUidSync', 202],
    ['GET', '/v1/registries/{registryName}/config', 'v1RegistriesNameConfigGet', 200],
    ['DELETE', '/v1/registries/{uid}', 'v1RegistriesUidDelete', 204],
    ['GET', '/v1/roles', 'v1RolesList', 200],
    ['POST', '/v1/roles', 'v1RolesCreate', 201, FIXED_ROLES],
    ['POST', '/v1/users', 'v1UsersCreate', 201],
    ['GET', '/v1/users/meta', 'v1UsersMetadata', 200],
    ['POST', '/v1/users/summary', 'v1UsersSummaryGet', 200],
    ['DELETE', '/v1/users/system/macros', 'v1UsersSystemMacrosDeleteByMacroName', 204],
    ['GET', '/v1/users/system/macros', 'v1UsersSystemMacrosList', 200],
    ['PATCH', '/v1/users/system/macros', 'v1UsersSystemMacrosUpdateByMacroName', 204],
    ['POST', '/v1/users/system/macros', 'v1UsersSystemMacrosCreate', 204],
    ['PUT', '/v1/users/system/macros', 'v1UsersSystemMacrosUpdate', 204],
  ),
]
