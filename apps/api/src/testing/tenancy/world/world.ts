import { createUser, type FixtureTenant } from '../../fixtures.ts'
import type { TestApp } from '../../test-app.ts'
import { newUid } from '../../../platform/database/uid.ts'
import { canaryOf, type Things } from './places.ts'
import { furnishProject, writeAudit } from './project-things.ts'
import { addRegistries, type TenantRegistries } from './tenant-registries.ts'
import { SPARE_PACK, type Endpoints } from '../requests/own-inputs.ts'

/** The user who owns a project's things. */
export interface Person {
  uid: string
  email: string
  apiKey: string
  apiKeyUid: string
  sessionUid: string
}

/** Two equal tenants. Requests are sent in `tenant`, about things of its first project. */
export interface World {
  tenant: FixtureTenant
  first: Things
  second: Things
  /** Things of the tenant itself, outside its projects. */
  shared: Things
  foreign: Things
  foreignTenantUid: string
  /** Creates a user with a role in the first project, or in the tenant. */
  addPerson: (role: string, inProject: boolean) => Promise<Person & { audit: string }>
}

export async function createWorld(test: TestApp, endpoints: Endpoints): Promise<World> {
  const { stage, dev } = test.fixtures
  const ours = await furnishTenant(
    { test, endpoints, tenant: stage },
    { first: 'first', second: 'second', shared: 'shared' },
  )
  const theirs = await furnishTenant(
    { test, endpoints, tenant: dev },
    { first: 'foreign', second: 'foreign-second', shared: 'foreign-shared' },
  )
  return {
    tenant: stage,
    first: ours.first,
    second: ours.second,
    shared: ours.shared,
    foreign: theirs.first,
    foreignTenantUid: dev.uid,
    addPerson: async (role, inProject) => {
      const scopeUid = role.startsWith('Tenant') ? stage.uid : ours.first.project
      const person = await addPerson(test, {
        tenantUid: stage.uid,
        scopeUid,
        role,
        name: `first-${role.replaceAll(' ', '-').toLowerCase()}-${inProject}`,
      })
      const audit = await writeAudit(test, {
        place: 'first',
        tenantUid: stage.uid,
        projectUid: ours.first.project,
        actor: person,
      })
      return { ...person, audit }
    },
  }
}

interface Furnishing {
  test: TestApp
  endpoints: Endpoints
  tenant: FixtureTenant
}

interface PlaceNames {
  first: string
  second: string
  shared: string
}

async function furnishTenant({ test, endpoints, tenant }: Furnishing, names: PlaceNames) {
  const packs = [...[names.first, names.second, names.shared].map((place) => `pack-of-${place}`), SPARE_PACK]
  const registries = await addRegistries(test, { tenantUid: tenant.uid, place: names.shared, endpoints, packs })
  const secretRule = await addSecretRule(test, { tenantUid: tenant.uid, place: names.shared })
  const project = async (place: string) => {
    const projectUid = newUid()
    const name = canaryOf(place, 'project')
    await test.deps.prisma.project.create({ data: { uid: projectUid, tenantUid: tenant.uid, name } })
    return furnish({ test, tenantUid: tenant.uid, place, projectUid, registries, secretRule })
  }
  return {
    first: await project(names.first),
    second: await project(names.second),
    shared: await furnish({
      test,
      tenantUid: tenant.uid,
      place: names.shared,
      projectUid: undefined,
      registries,
      secretRule,
    }),
  }
}

interface Place {
  test: TestApp
  tenantUid: string
  place: string
  /** Undefined for the tenant's own things. */
  projectUid: string | undefined
  registries: TenantRegistries
  secretRule: string
}

async function furnish({ registries, secretRule, ...where }: Place): Promise<Things> {
  const { test, tenantUid, place, projectUid } = where
  const role = projectUid === undefined ? 'Tenant Admin' : 'Project Admin'
  const scopeUid = projectUid ?? tenantUid
  const person = await addPerson(test, { tenantUid, scopeUid, role, name: place })
  const packName = `pack-of-${place}`
  const pack = { uid: registries.packs.get(packName) ?? '', registryUid: registries.packRegistry, name: packName }
  const made = await furnishProject({ ...where, person, pack })
  const { packs, ...registryThings } = registries
  // Packs belong to the tenant: both projects have the same ones.
  const [[name = '', uid = ''] = []] = packs
  return {
    ...registryThings,
    ...made,
    ...(await addTeam(test, { tenantUid, place, member: person.uid })),
    secretRule,
    tenant: tenantUid,
    project: projectUid ?? '',
    user: person.uid,
    userEmail: person.email,
    apiKey: person.apiKeyUid,
    session: person.sessionUid,
    layer: packName,
    pack: uid,
    packName: name,
    sparePack: packs.get(SPARE_PACK) ?? '',
    nothing: '',
  }
}

/** A team with one member and a custom role. */
async function addTeam(
  { deps }: TestApp,
  { tenantUid, place, member }: { tenantUid: string; place: string; member: string },
) {
  const [role, team] = [newUid(), newUid()]
  const named = (what: string) => ({ tenantUid, name: canaryOf(place, what) })
  const permissions = ['macro.get', 'macro.list']
  await deps.prisma.role.create({ data: { uid: role, ...named('role'), scope: 'project', permissions } })
  await deps.prisma.team.create({ data: { uid: team, ...named('team') } })
  await deps.prisma.teamMember.create({ data: { teamUid: team, userUid: member, tenantUid } })
  await deps.prisma.teamRole.create({ data: { teamUid: team, tenantUid, scopeUid: tenantUid, role } })
  return { role, team, member }
}

async function addSecretRule({ deps }: TestApp, { tenantUid, place }: { tenantUid: string; place: string }) {
  const path = canaryOf(place, 'rule')
  const data = {
    uid: newUid(),
    tenantUid,
    packName: SPARE_PACK,
    path,
    place: '0'.repeat(64),
    verdict: 'never',
    createdBy: '',
  }
  return (await deps.prisma.secretRule.create({ data })).uid
}

interface NewPerson {
  tenantUid: string
  scopeUid: string
  role: string
  name: string
}

async function addPerson({ deps }: TestApp, { tenantUid, scopeUid, role, name }: NewPerson): Promise<Person> {
  const email = `${canaryOf(name, 'user')}@people.test`
  const user = await createUser(deps.prisma, { tenantUid, email, roles: [{ scopeUid, role }] })
  await deps.prisma.user.update({ where: { uid: user.uid }, data: { firstName: canaryOf(name, 'first-name') } })
  const { uid: apiKeyUid } = await deps.prisma.apiKey.create({
    data: {
      uid: newUid(),
      tenantUid,
      userUid: user.uid,
      name: canaryOf(name, 'key'),
      publicId: newUid(),
      keyHash: new Uint8Array(32),
    },
  })
  const { uid: sessionUid } = await deps.prisma.session.create({
    data: {
      uid: newUid(),
      tenantUid,
      userUid: user.uid,
      expiresAt: new Date('2099-01-01'),
      userAgent: canaryOf(name, 'agent'),
    },
  })
  return { uid: user.uid, email, apiKey: user.apiKey, apiKeyUid, sessionUid }
}
