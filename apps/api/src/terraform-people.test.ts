import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPaletteServer, type PaletteServer } from './testing/palette/palette-server.ts'

/**
 * The calls of the Terraform provider's `spectrocloud_role`, `spectrocloud_team` and `spectrocloud_user`, in order:
 * create, read, plan (the state read equals what was written), change, destroy.
 */
let server: PaletteServer
beforeAll(async () => {
  server = await startPaletteServer()
})
afterAll(() => server.close())

async function call(method: string, path: string, body?: object) {
  // Go sets the type on every request but GET, with or without a body.
  const headers = { ...server.inTenant, ...(method !== 'GET' && { 'Content-Type': 'application/json' }) }
  const { status, text } = await server.call({ method, path, headers, ...(body && { body }) })
  return { status, body: text === '' ? undefined : JSON.parse(text) }
}
const read = async (path: string) => {
  const { status, body } = await call('GET', path)
  expect([path, status]).toEqual([path, 200])
  return body
}
const write = async (method: string, path: string, body?: object) => {
  const { status } = await call(method, path, body)
  expect([method, path, status]).toEqual([method, path, 204])
}
const make = async (path: string, body: object): Promise<string> => {
  const { status, body: made } = await call('POST', path, body)
  expect([path, status]).toEqual([path, 201])
  return made.uid
}
const uidsOf = (roles: readonly { uid: string }[]) => roles.map(({ uid }) => uid)

interface RoleConfig {
  name: string
  type: 'project' | 'tenant'
  permissions: string[]
}

const toRole = ({ name, type, permissions }: RoleConfig) => ({
  metadata: { annotations: { scope: type }, name, lastModifiedTimestamp: '0001-01-01T00:00:00.000Z' },
  spec: { permissions, scope: type, type: 'user' },
  status: { isEnabled: true },
})
const readRole = async (uid: string) => {
  const { metadata, spec } = await read(`/v1/roles/${uid}`)
  return { name: metadata.name, type: spec.scope, permissions: spec.permissions.toSorted() }
}
const makeRole = (config: RoleConfig) => make('/v1/roles', toRole(config))

interface TeamConfig {
  name: string
  users: string[]
  project_role_mapping: { id: string; roles: string[] }[]
  tenant_role_mapping: string[]
}

async function associate(uid: string, { project_role_mapping: projects, tenant_role_mapping: roles }: TeamConfig) {
  const mapped = projects.map(({ id, roles }) => ({ projectUid: id, roles }))
  await write('PUT', `/v1/teams/${uid}/projects`, { projects: mapped })
  await write('PUT', `/v1/teams/${uid}/roles`, { roles })
  await write('PUT', `/v1/workspaces/teams/${uid}/roles`, { workspaces: [] })
}
const toTeam = ({ name, users }: TeamConfig, uid = '') => ({ metadata: { name, uid }, spec: { users } })
async function makeTeam(config: TeamConfig) {
  const uid = await make('/v1/teams', toTeam(config))
  await associate(uid, config)
  return uid
}
async function readTeam(uid: string): Promise<TeamConfig> {
  const { metadata, spec } = await read(`/v1/teams/${uid}`)
  const { projects } = await read(`/v1/teams/${uid}/projects`)
  const { roles } = await read(`/v1/teams/${uid}/roles`)
  expect((await read(`/v1/workspaces/teams/${uid}/roles`)).projects).toEqual([])
  return {
    name: metadata.name,
    users: spec.users,
    project_role_mapping: projects.map((project: { uid: string; roles: { uid: string }[] }) => ({
      id: project.uid,
      roles: uidsOf(project.roles),
    })),
    tenant_role_mapping: uidsOf(roles),
  }
}

interface UserConfig {
  email: string
  first_name: string
  last_name: string
  team_ids: string[]
  project_role: { project_id: string; role_ids: string[] }[]
  tenant_role: string[]
}

const toProjects = (given: UserConfig['project_role']) => ({
  projects: given.map(({ project_id: projectUid, role_ids: roles }) => ({ projectUid, roles })),
})
async function makeUser({ email, first_name: firstName, last_name: lastName, ...config }: UserConfig) {
  const spec = { emailId: email, firstName, lastName, teams: config.team_ids }
  const uid = await make('/v1/users', { metadata: { name: `${firstName} ${lastName}` }, spec })
  await write('PUT', `/v1/users/${uid}/projects`, toProjects(config.project_role))
  await write('PUT', `/v1/users/${uid}/roles`, { roles: config.tenant_role })
  return uid
}
/** By e-mail, as the provider looks a user up. */
async function readUser(uid: string, email: string): Promise<UserConfig | undefined> {
  const { body } = await call('POST', '/v1/users/summary', { filter: { emailId: { eq: email } } })
  if (body.items.length === 0) return undefined
  const [{ spec }] = body.items
  const { projects } = await read(`/v1/users/${uid}/projects`)
  const { roles } = await read(`/v1/users/${uid}/roles`)
  expect((await read(`/v1/workspaces/users/${uid}/roles`)).projects).toEqual([])
  expect((await read(`/v1/users/${uid}/resourceRoles`)).resourceRoles).toEqual([])
  return {
    email: spec.emailId,
    first_name: spec.firstName,
    last_name: spec.lastName,
    team_ids: uidsOf(spec.teams),
    project_role: projects.flatMap((project: { uid: string; roles: { uid: string }[] }) =>
      project.roles.length === 0 ? [] : [{ project_id: project.uid, role_ids: uidsOf(project.roles) }],
    ),
    tenant_role: uidsOf(roles),
  }
}

describe('the Terraform provider', () => {
  it('keeps a role through create, plan, change, import by name and destroy', async () => {
    const config: RoleConfig = { name: 'Reader', type: 'project', permissions: ['clusterProfile.get', 'macro.get'] }
    const uid = await makeRole(config)
    expect(await readRole(uid)).toEqual(config)
    const changed: RoleConfig = { name: 'Keeper', type: 'tenant', permissions: ['macro.create'] }
    await write('PUT', `/v1/roles/${uid}`, toRole(changed))
    expect(await readRole(uid)).toEqual(changed)
    const listed: { metadata: { name: string; uid: string } }[] = (await read('/v1/roles')).items
    expect(listed.find(({ metadata }) => metadata.name === 'Keeper')?.metadata.uid).toBe(uid)
    await write('DELETE', `/v1/roles/${uid}`)
    expect((await call('GET', `/v1/roles/${uid}`)).body.code).toBe('ResourceNotFound')
  })

  it('keeps a team through create, plan, change, data source and destroy', async () => {
    const { projects, users } = server.stage
    const role = await makeRole({ name: 'Team role', type: 'project', permissions: ['macro.get'] })
    const config = {
      name: 'Web shop',
      users: [users.projectViewer.uid],
      project_role_mapping: [{ id: projects.default, roles: [role] }],
      tenant_role_mapping: [],
    }
    const uid = await makeTeam(config)
    expect(await readTeam(uid)).toEqual(config)
    const changed = { ...config, users: [], tenant_role_mapping: [role] }
    await write('PUT', `/v1/teams/${uid}`, toTeam(changed, uid))
    await associate(uid, changed)
    expect(await readTeam(uid)).toEqual(changed)
    expect(uidsOf((await read('/v1/teams?filters=metadata.name%3DWeb%20shop')).items.map(metadataOf))).toEqual([uid])
    await write('DELETE', `/v1/teams/${uid}`)
    expect((await call('GET', `/v1/teams/${uid}`)).body.code).toBe('ResourceNotFound')
    await write('DELETE', `/v1/roles/${role}`)
  })

  it('keeps a user with teams and roles through create, plan, change and destroy', async () => {
    const { projects } = server.stage
    const role = await makeRole({ name: 'User role', type: 'project', permissions: ['macro.get'] })
    const empty = { users: [], project_role_mapping: [], tenant_role_mapping: [] }
    const teams = [await makeTeam({ name: 'Second', ...empty }), await makeTeam({ name: 'First', ...empty })]
    const config: UserConfig = {
      email: 'ada@stage.test',
      first_name: 'Ada',
      last_name: 'Miller',
      team_ids: teams,
      project_role: [{ project_id: projects.default, role_ids: [role] }],
      tenant_role: [role],
    }
    const uid = await makeUser(config)
    expect(await readUser(uid, config.email)).toEqual(config)
    // The provider removes the roles in the state's projects before it grants those of the plan.
    await write('PUT', `/v1/users/${uid}/projects`, toProjects([{ project_id: projects.default, role_ids: [] }]))
    const changed = { ...config, project_role: [{ project_id: projects.other, role_ids: [role] }], tenant_role: [] }
    await write('PUT', `/v1/users/${uid}/projects`, toProjects(changed.project_role))
    await write('PUT', `/v1/users/${uid}/roles`, { roles: [] })
    expect(await readUser(uid, config.email)).toEqual(changed)
    await write('DELETE', `/v1/users/${uid}`)
    expect(await readUser(uid, config.email)).toBeUndefined()
  })
})

const metadataOf = ({ metadata }: { metadata: { uid: string } }) => metadata
