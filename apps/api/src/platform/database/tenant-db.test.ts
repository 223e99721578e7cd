import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFixtures } from '../../testing/fixtures.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/database/test-database.ts'
import { createPrisma, Prisma, type Database } from './prisma.ts'
import { forTenant, TenantWallError, type TenantDb } from './tenant-db.ts'
import { newUid } from './uid.ts'

let database: TestDatabase
let prisma: Database
let mine: TenantDb
let theirs: TenantDb
const rows = new Map<string, { where: object; data: Record<string, unknown> }>()

type Scoped = Exclude<Prisma.ModelName, 'Tenant' | 'RateCounter'>

/** The part of a model's delegate that the test uses; the types differ by model. */
interface Delegate {
  create: (args: object) => Promise<object>
  createMany: (args: object) => Promise<{ count: number }>
  findMany: (args?: object) => Promise<{ tenantUid: string }[]>
  findFirst: (args?: object) => Promise<object | null>
  count: (args?: object) => Promise<number>
  aggregate: (args: object) => Promise<{ _count: number }>
  updateMany: (args: object) => Promise<{ count: number }>
  update: (args: object) => Promise<object>
  upsert: (args: object) => Promise<object>
  delete: (args: object) => Promise<object>
  deleteMany: (args?: object) => Promise<{ count: number }>
}

const delegateOf = (db: object, model: string): Delegate => Reflect.get(db, model[0]?.toLowerCase() + model.slice(1))

function exampleRows(tenantUid: string, userUid: string): Record<Scoped, Record<string, unknown>> {
  const uid = newUid()
  const bytes = Buffer.from('x')
  const parent = { registryUid: uid, profileUid: uid, layerUid: uid, teamUid: uid, userUid }
  return {
    Project: { uid, name: 'p' },
    User: { uid, email: 'u@their.test', passwordHash: 'x' },
    Role: { uid, name: 'r', scope: 'project' },
    Team: { uid, name: 't' },
    TeamMember: { teamUid: parent.teamUid, userUid },
    TeamRole: { teamUid: parent.teamUid, scopeUid: tenantUid, role: 'Tenant Viewer' },
    RoleBinding: { userUid, scopeUid: tenantUid, role: 'Tenant Viewer' },
    Session: { uid, tokenHash: bytes, userUid, expiresAt: new Date() },
    ApiKey: { uid, userUid, name: 'k', publicId: 'k', keyHash: bytes },
    Registry: { uid, name: 'r', kind: 'pack' },
    RegistrySync: { uid, registryUid: parent.registryUid, state: 'queued', trigger: 'request' },
    PackVersion: {
      uid, registryUid: parent.registryUid, name: 'p', displayName: 'p', version: '1', versionKey: '1', layer: 'os',
      type: 'spectro', cloudTypes: [], valuesDigest: 'x', digest: 'x',
    }, // prettier-ignore
    KeptGrounds: { packUid: uid, schema: '', values: '', groundsDigest: '' },
    Profile: {
      uid, scope: 'tenant', scopeUid: tenantUid, name: 'p', version: '1', versionKey: '1', type: 'cluster', cloudType: 'all',
      createdBy: userUid,
    }, // prettier-ignore
    Layer: {
      uid,
      profileUid: parent.profileUid,
      stage: 'draft',
      position: 0,
      name: 'l',
      layer: 'os',
      type: 'spectro',
      version: '1',
    },
    Manifest: { uid, layerUid: parent.layerUid, position: 0, name: 'm', content: bytes },
    Variable: { uid, profileUid: parent.profileUid, position: 0, name: 'v', isSensitive: false, definition: bytes },
    Macro: { uid, scope: 'tenant', scopeUid: tenantUid, name: 'm', value: bytes },
    MacroUse: { profileUid: parent.profileUid, macroName: 'm' },
    ImportRecord: {
      uid, profileUid: parent.profileUid, userUid, userEmail: 'u', fileName: 'f', fileBytes: 1, decisions: '{}',
      created: '{}', warnings: '[]',
    }, // prettier-ignore
    IdempotencyKey: { digest: bytes, fingerprint: bytes, claim: 'c', leasedUntil: new Date() },
    AuditEvent: {
      uid,
      actorUid: userUid,
      actorEmail: 'u',
      action: 'create',
      resourceKind: 'p',
      resourceUid: uid,
      resourceName: 'p',
    },
    SecretMark: {
      uid,
      scope: 'tenant',
      scopeUid: tenantUid,
      profileName: 'p',
      layerName: 'l',
      path: 'a',
      place: uid.padEnd(64, '0'),
      verdict: 'secret',
      createdBy: 'a',
    },
    SecretRule: { uid, packName: 'p', path: 'a', place: uid.padEnd(64, '0'), verdict: 'always', createdBy: 'a' },
    SsoSettings: {
      uid, issuer: 'i', clientId: 'c', emailClaim: 'e', firstNameClaim: 'f', lastNameClaim: 'l', groupsClaim: 'g', scopes: [],
      domains: [],
    }, // prettier-ignore
    SsoIdentity: { uid, issuer: 'i', subject: 's', userUid },
    TagFilter: { uid, scope: 'tenant', scopeUid: tenantUid, name: 'f', filterGroup: '{}', createdBy: userUid },
  }
}

/** The same for `findFirst`, which takes no compound keys. */
const plain = (where: object): object => {
  const [key] = Object.values(where)
  return typeof key === 'object' && key !== null && !(key instanceof Uint8Array) ? key : where
}

function uniqueWhere(model: string, data: Record<string, unknown>): object {
  const { userUid, teamUid, scopeUid, role, tokenHash, profileUid, macroName, digest, packUid, uid } = data
  if (model === 'RoleBinding') return { userUid_scopeUid_role: { userUid, scopeUid, role } }
  if (model === 'TeamMember') return { teamUid_userUid: { teamUid, userUid } }
  if (model === 'TeamRole') return { teamUid_scopeUid_role: { teamUid, scopeUid, role } }
  if (model === 'Session') return { tokenHash }
  if (model === 'IdempotencyKey') return { digest }
  if (model === 'KeptGrounds') return { packUid }
  if (model === 'MacroUse') return { profileUid_macroName: { profileUid, macroName } }
  return { uid }
}

const models = Object.values(Prisma.ModelName).filter((model) => model !== 'Tenant' && model !== 'RateCounter')

beforeAll(async () => {
  database = await createTestDatabase()
  prisma = createPrisma(database.url)
  const { stage, dev } = await createFixtures(prisma)
  await prisma.roleBinding.deleteMany()
  await prisma.apiKey.deleteMany()
  mine = forTenant(prisma, stage.uid)
  theirs = forTenant(prisma, dev.uid)
  const examples = exampleRows(dev.uid, dev.users.tenantAdmin.uid)
  for (const model of models) {
    const data = examples[model]
    await delegateOf(theirs, model).create({ data })
    rows.set(model, { data, where: uniqueWhere(model, data) })
  }
})

afterAll(async () => {
  await prisma.$disconnect()
  await database.drop()
})

describe.each(models)('%s of another tenant', (model) => {
  const foreign = () => {
    const row = rows.get(model)
    if (!row) throw new Error(`no row of ${model}`)
    const column = Object.keys(row.data).find((key) => typeof row.data[key] === 'string') ?? ''
    return { ...row, db: delegateOf(mine, model), unchanged: { [column]: row.data[column] } }
  }

  it('cannot be read', async () => {
    const { db, where } = foreign()
    const own = await db.findMany()
    expect(own.every((row) => row.tenantUid === mine.$tenantUid)).toBe(true)
    expect(await db.findFirst({ where: plain(where) })).toBeNull()
    expect(await db.findFirst({ where: { tenantUid: theirs.$tenantUid } })).toBeNull()
    expect(await db.findFirst({ where: { OR: [{ tenantUid: theirs.$tenantUid }] } })).toBeNull()
    expect(await db.count({ where: { AND: { tenantUid: theirs.$tenantUid } } })).toBe(0)
    expect((await db.aggregate({ where: { tenantUid: theirs.$tenantUid }, _count: true }))._count).toBe(0)
  })

  it('cannot be changed', async () => {
    const { db, where, unchanged } = foreign()
    expect(await db.updateMany({ where: { tenantUid: theirs.$tenantUid }, data: unchanged })).toEqual({ count: 0 })
    await expect(db.update({ where, data: unchanged })).rejects.toMatchObject({ code: 'P2025' })
  })

  it('cannot be deleted', async () => {
    const { db, where } = foreign()
    await expect(db.delete({ where })).rejects.toMatchObject({ code: 'P2025' })
    await db.deleteMany({ where: { tenantUid: theirs.$tenantUid } })
    expect(await delegateOf(theirs, model).findFirst({ where: plain(where) })).not.toBeNull()
  })

  it('cannot be created or taken over', async () => {
    const { db, where, data } = foreign()
    const row = { ...data, tenantUid: theirs.$tenantUid }
    await expect(db.create({ data: row })).rejects.toThrow(TenantWallError)
    await expect(db.createMany({ data: [row] })).rejects.toThrow(TenantWallError)
    await expect(db.updateMany({ data: { tenantUid: theirs.$tenantUid } })).rejects.toThrow(TenantWallError)
    await expect(db.upsert({ where, create: data, update: {} })).rejects.toMatchObject({ code: 'P2002' })
  })

  it('cannot be reached in a transaction', async () => {
    const { where } = foreign()
    const found = await mine.$transaction((tx) => delegateOf(tx, model).findFirst({ where: plain(where) }))
    expect(found).toBeNull()
  })
})

describe("a tenant's client", () => {
  it('sees only its own tenant and creates none', async () => {
    expect((await mine.tenant.findMany()).map((tenant) => tenant.name)).toEqual(['Stage'])
    await expect(mine.tenant.create({ data: { uid: newUid(), name: 'x' } })).rejects.toThrow(TenantWallError)
  })

  it('writes its tenant into every row of createMany', async () => {
    const names = ['a', 'b']
    await mine.project.createMany({ data: names.map((name) => ({ uid: newUid(), tenantUid: mine.$tenantUid, name })) })
    expect(await mine.project.count({ where: { name: { in: names } } })).toBe(2)
  })

  it('accepts raw SQL that compares with its uid, and no other', async () => {
    const found = await mine.$queryRaw<
      { n: bigint }[]
    >`SELECT count(*) AS n FROM projects WHERE tenant_uid = ${mine.$tenantUid}`
    expect(Number(found[0]?.n)).toBeGreaterThan(0)
    await expect(mine.$queryRaw`SELECT * FROM projects`).rejects.toThrow(TenantWallError)
    await expect(mine.$queryRaw`SELECT * FROM projects WHERE ${mine.$tenantUid} <> ''`).rejects.toThrow(TenantWallError)
    await expect(mine.$queryRaw`SELECT ${mine.$tenantUid} FROM projects`).rejects.toThrow(TenantWallError)
    await expect(mine.$executeRaw`DELETE FROM projects WHERE tenant_uid = ${theirs.$tenantUid}`).rejects.toThrow(
      TenantWallError,
    )
    await expect(mine.$queryRawUnsafe('SELECT * FROM projects')).rejects.toThrow(TenantWallError)
    const inTransaction = mine.$transaction((tx) => tx.$queryRaw`SELECT * FROM projects`)
    await expect(inTransaction).rejects.toThrow(TenantWallError)
  })

  it('refuses nested writes, which would bypass the filter', async () => {
    const nested = { uid: newUid(), name: 'r', kind: 'pack', packs: { connect: [{ uid: newUid() }] } }
    await expect(mine.registry.create({ data: { ...nested, tenantUid: mine.$tenantUid } })).rejects.toThrow(
      TenantWallError,
    )
  })

  it('refuses operations that Prisma batches across callers', async () => {
    const asked = delegateOf(mine, 'Project') as unknown as { findUnique: (args: object) => Promise<unknown> }
    await expect(asked.findUnique({ where: { uid: newUid() } })).rejects.toThrow(TenantWallError)
  })

  it('has no access to the counters that belong to no tenant', async () => {
    await expect(mine.rateCounter.findMany()).rejects.toThrow(TenantWallError)
  })
})
