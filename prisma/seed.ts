import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeMacros } from '../apps/api/src/features/macros/macro-repository.ts'
import { noProgress, writeWalk } from '../apps/api/src/features/registry-sync/catalogue/catalogue-writer-service.ts'
import { readPackFolder, type SourceEvent } from '../packages/pack-sources/src/index.ts'
import { applyImport } from '../apps/api/src/features/profile-import/profile-import-service.ts'
import type { Caller } from '../apps/api/src/platform/access/caller.ts'
import { readdressDemoAccess, writeDemoAccess } from '../apps/api/src/platform/keys/demo-access.ts'
import type { Platform } from '../apps/api/src/platform/platform.ts'
import { builtInRole } from '../apps/api/src/platform/access/roles/roles.ts'
import { withClient } from '../apps/api/src/platform/database/with-client.ts'
import type { TenantDb } from '../apps/api/src/platform/database/tenant-db.ts'
import { newUid } from '../apps/api/src/platform/database/uid.ts'
import { createAccounts, type DemoAccount } from './demo/accounts.ts'
import { DEMO, type DemoProfile, type DemoRegistry, type DemoTenant } from './demo/content.ts'

const LEFT_BY_AN_INTERRUPTED_SEED = [
  'projects',
  'users',
  'roles',
  'role_bindings',
  'teams',
  'team_members',
  'team_roles',
  'sessions',
  'api_keys',
  'sso_identities',
  'registries',
  'registry_syncs',
  'pack_versions',
  'profiles',
  'layers',
  'manifests',
  'variables',
  'macros',
  'macro_uses',
  'import_records',
  'audit_events',
]
const DEMO_DIRECTORY = join(import.meta.dirname, 'demo')

export interface DemoAccess {
  url: string
  tenants: { name: string; uid: string; projects: { name: string; uid: string }[]; users: DemoAccount[] }[]
}

/** The product refuses a profile or pack of the demo: demo and rules have diverged. */
class DemoRefusedError extends Error {}

/**
 * Fills an empty database with the demo, through the code that imports and syncs use, and writes the logins to the data
 * directory for its owner only.
 * @returns undefined if the database already has a tenant
 */
export async function seedDemo(
  platform: Platform,
  { url, ownerUrl }: { url: string; ownerUrl: string },
): Promise<DemoAccess | undefined> {
  const { prisma, config } = platform
  if ((await prisma.tenant.count()) > 0) {
    await readdressDemoAccess(config.dataDir, url)
    return undefined
  }
  // Needs the tables' owner: the server's role can neither truncate tables nor delete audit events.
  await withClient(ownerUrl, (owner) => owner.query(`TRUNCATE ${LEFT_BY_AN_INTERRUPTED_SEED.join(', ')}`))
  const tenants: DemoAccess['tenants'] = []
  for (const tenant of DEMO) tenants.push(await seedTenant(platform, tenant))
  const access = { url, tenants }
  await writeDemoAccess(config.dataDir, access)
  // Last, so that an interrupted seed leaves a database that still counts as empty.
  await prisma.tenant.createMany({
    data: DEMO.map(({ name, colour }, index) => ({ uid: tenants[index]?.uid ?? newUid(), name, colour })),
  })
  return access
}

async function seedTenant(platform: Platform, tenant: DemoTenant): Promise<DemoAccess['tenants'][number]> {
  const tenantUid = newUid()
  const db = platform.tenantDb(tenantUid)
  const projects = tenant.projects.map((name) => ({ name, uid: newUid() }))
  await db.project.createMany({ data: projects.map((project) => ({ ...project, tenantUid })) })
  const users = await createAccounts(db, { tenantName: tenant.name, projectUids: projects.map(({ uid }) => uid) })
  for (const registry of tenant.registries) await seedRegistry(db, registry)
  const callerIn = (project: string | undefined) => seedingCaller({ tenantUid, tenant, projects, project })
  await seedMacros(platform, { db, tenant, callerIn })
  for (const profile of tenant.profiles) await seedProfile(platform, { db, profile, caller: callerIn(profile.project) })
  return { name: tenant.name, uid: tenantUid, projects, users }
}

async function seedRegistry(db: TenantDb, { holds, ...columns }: DemoRegistry) {
  const uid = newUid()
  await db.registry.create({ data: { ...columns, uid, tenantUid: db.$tenantUid, lastSyncedAt: new Date() } })
  const registry = { uid, kind: columns.kind }
  const walk = { registry, events: heldPacks(holds), known: new Map(), runUid: newUid(), progress: noProgress() }
  await writeWalk(db, walk)
}

async function* heldPacks(holds: DemoRegistry['holds']): AsyncGenerator<SourceEvent> {
  for await (const read of readPackFolder(join(DEMO_DIRECTORY, 'packs'))) {
    if (!holds(read.folder)) continue
    if ('fault' in read) throw new DemoRefusedError(`${read.folder}: ${read.fault}`)
    yield { kind: 'pack', pack: read.pack, sourceDigest: '', location: '', isContentRead: true }
  }
}

interface Seeding {
  db: TenantDb
  tenant: DemoTenant
  callerIn: (project: string | undefined) => Caller
}

async function seedMacros({ cipher }: Platform, { db, tenant, callerIn }: Seeding) {
  for (const { name, value, project } of tenant.macros) {
    await writeMacros(db, cipher, { scope: callerIn(project).scope, changes: { create: [{ name, value }] } })
  }
}

async function seedProfile(
  platform: Platform,
  { db, profile, caller }: { db: TenantDb; profile: DemoProfile; caller: Caller },
) {
  const result = await applyImport(
    { db, caller, tools: platform },
    {
      file: { bytes: Buffer.from(await demoText(profile)), fileName: `${profile.file}.yaml`, format: 'yaml' },
      decisions: undefined,
      parseDecisions: () => ({}),
      planDigest: undefined,
      publish: profile.isDraft !== true,
      leaveMasksEmpty: false,
    },
  )
  if (result.kind === 'imported') return
  const codes = result.kind === 'refused' ? result.problems.map(({ code, path }) => `${code} at ${path}`) : ['stale']
  throw new DemoRefusedError(`${profile.file}: ${codes.join(', ')}`)
}

/** The demo's secrets are random per installation: the repository contains none. */
async function demoText({ file, replace = {} }: DemoProfile): Promise<string> {
  const text = await readFile(join(DEMO_DIRECTORY, 'profiles', `${file}.yaml`), 'utf8')
  const adapted = Object.entries(replace).reduce((all, [from, to]) => all.replaceAll(from, to), text)
  return adapted.replaceAll('@@secret@@', () => randomBytes(15).toString('base64url'))
}

interface CallerOptions {
  tenantUid: string
  tenant: DemoTenant
  projects: readonly { name: string; uid: string }[]
  project: string | undefined
}

/** The seed acts as a tenant admin without an account. */
function seedingCaller({ tenantUid, tenant, projects, project }: CallerOptions): Caller {
  const found = projects.find(({ name }) => name === project)
  const permissions = new Set(builtInRole('Tenant Admin')?.permissions)
  return {
    userUid: '',
    email: 'demo',
    tenantUid,
    tenantName: tenant.name,
    scope: found ? { kind: 'project', ...found } : { kind: 'tenant', uid: tenantUid, name: tenant.name },
    permissions,
    tenantPermissions: permissions,
    via: 'session',
    sessionUid: undefined,
  }
}
