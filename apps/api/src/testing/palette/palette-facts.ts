import type { JsonSchema } from '../openapi/compare-schemas.ts'

const text: JsonSchema = { type: 'string' }
const flag: JsonSchema = { type: 'boolean' }
const time: JsonSchema = { type: 'string', format: 'date-time' }
const words = (...allowed: readonly string[]): JsonSchema => ({ type: 'string', enum: allowed })
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items })
const texts: JsonSchema = { type: 'object', additionalProperties: text }
const a = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` })

/** An object whose fields are optional unless named. */
const object = (properties: Readonly<Record<string, JsonSchema>>, ...required: readonly string[]): JsonSchema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
})

const layer = words('kernel', 'os', 'k8s', 'cni', 'csi', 'addon')
const packType = words('spectro', 'helm', 'manifest', 'oci')
const profileType = words('cluster', 'infra', 'add-on', 'system')

/** What clients read and send, described in our own words. */
const definitions: Readonly<Record<string, JsonSchema>> = {
  Uid: object({ uid: text }, 'uid'),
  Meta: object({
    name: text,
    uid: text,
    labels: texts,
    annotations: texts,
    creationTimestamp: time,
    lastModifiedTimestamp: time,
    deletionTimestamp: time,
  }),
  MetaInput: object({ name: text, labels: texts, annotations: texts }),
  Profile: object({
    apiVersion: text,
    kind: text,
    metadata: a('Meta'),
    spec: object({
      version: text,
      versions: listOf(object({ uid: text, version: text })),
      draft: a('Template'),
      published: a('Template'),
    }),
    status: object({ hasUserMacros: flag, isPublished: flag }),
  }),
  Template: object({
    name: text,
    uid: text,
    type: profileType,
    cloudType: text,
    profileVersion: text,
    packs: listOf(a('Pack')),
  }),
  Pack: object(
    {
      name: text,
      layer,
      type: packType,
      packUid: text,
      registryUid: text,
      tag: text,
      version: text,
      values: text,
      annotations: texts,
      manifests: listOf(object({ kind: text, name: text, uid: text })),
    },
    'name',
    'layer',
  ),
  ProfileInput: object({ metadata: a('MetaInput'), spec: object({ version: text, template: a('TemplateInput') }) }),
  TemplateInput: object({ type: profileType, cloudType: text, packs: listOf(a('PackInput')) }),
  PackInput: object(
    {
      name: text,
      layer,
      type: packType,
      uid: text,
      registryUid: text,
      tag: text,
      values: text,
      manifests: listOf(object({ name: text, content: text })),
    },
    'name',
  ),
  Variables: object({ variables: listOf(a('Variable')) }),
  Variable: object(
    {
      name: text,
      displayName: text,
      description: text,
      format: words('string', 'number', 'boolean', 'ipv4', 'ipv4cidr', 'ipv6', 'version', 'base64'),
      inputType: words('text', 'dropdown', 'multiline'),
      options: listOf(object({ value: text, label: text, description: text, default: flag }, 'value')),
      defaultValue: text,
      regex: text,
      required: flag,
      hidden: flag,
      immutable: flag,
      isSensitive: flag,
    },
    'name',
  ),
  Macros: object({ macros: listOf(object({ name: text, value: text })) }),
  WorkspaceRoles: object({ projects: listOf(object({ name: text, uid: text, workspaces: listOf(object({})) })) }),
  WorkspaceRolesInput: object({ workspaces: listOf(object({ uid: text, roles: listOf(text) })) }),
  RegistryNames: object({
    items: listOf(object({ uid: text, name: text, kind: text, scope: text, isDefault: flag, isPrivate: flag })),
  }),
}

interface Fact {
  success: number
  id: string
  body?: string
  answer?: string
}

/** The main operations by method and path, with their bodies and responses. */
const facts: Readonly<Record<string, Fact>> = {
  'post /v1/clusterprofiles': { success: 201, id: 'v1ClusterProfilesCreate', body: 'ProfileInput', answer: 'Uid' },
  'get /v1/clusterprofiles/{uid}': { success: 200, id: 'v1ClusterProfilesGet', answer: 'Profile' },
  'get /v1/clusterprofiles/{uid}/variables': {
    success: 200,
    id: 'V1ClusterProfilesUidVariablesGet',
    answer: 'Variables',
  },
  'put /v1/clusterprofiles/{uid}/variables': {
    success: 204,
    id: 'V1ClusterProfilesUidVariablesPut',
    body: 'Variables',
  },
  'get /v1/projects/{uid}/macros': { success: 200, id: 'v1ProjectsUidMacrosList', answer: 'Macros' },
  'post /v1/projects/{uid}/macros': { success: 204, id: 'v1ProjectsUidMacrosCreate', body: 'Macros' },
  'post /v1/projects': { success: 201, id: 'v1ProjectsCreate', answer: 'Uid' },
  'get /v1/workspaces/teams/{uid}/roles': { success: 200, id: 'v1TeamsWorkspaceGetRoles', answer: 'WorkspaceRoles' },
  'put /v1/workspaces/teams/{uid}/roles': { success: 204, id: 'v1TeamsWorkspaceRolesPut', body: 'WorkspaceRolesInput' },
  'get /v1/workspaces/users/{uid}/roles': { success: 200, id: 'v1UsersWorkspaceGetRoles', answer: 'WorkspaceRoles' },
  'put /v1/workspaces/users/{uid}/roles': { success: 204, id: 'v1UsersWorkspaceRolesPut', body: 'WorkspaceRolesInput' },
  'get /v1/registries/metadata': { success: 200, id: 'v1RegistriesMetadata', answer: 'RegistryNames' },
}

/** The part of Palette's API that its clients depend on, as Swagger 2.0. */
export const PALETTE_FACTS = {
  definitions,
  paths: Object.fromEntries(
    Object.keys(facts).map((key) => {
      const path = key.split(' ')[1] ?? ''
      const methods = Object.entries(facts).filter(([other]) => other.endsWith(` ${path}`))
      return [path, Object.fromEntries(methods.map(([other, fact]) => [other.split(' ')[0], operationOf(fact)]))]
    }),
  ),
}

function operationOf({ success, id, body, answer }: Fact) {
  return {
    operationId: id,
    parameters: body === undefined ? [] : [{ name: 'body', in: 'body', schema: a(body) }],
    responses: { [success]: answer === undefined ? {} : { schema: a(answer) } },
  }
}
