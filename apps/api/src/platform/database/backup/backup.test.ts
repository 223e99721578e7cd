import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { withClient } from '../with-client.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../testing/database/test-database.ts'
import { addProfile } from '../../../testing/profiles.ts'
import { as, buildTestApp, type TestApp } from '../../../testing/test-app.ts'
import { MigrationError } from '../server/migrate.ts'
import { newUid } from '../uid.ts'
import { createCipher } from '../../keys/cipher.ts'
import { BackupError } from './backup-format.ts'
import { backupKeys } from './backup-seal.ts'
import { readBackup } from './read-backup.ts'
import { tablesInOrder } from './tables-in-order.ts'
import { writeBackup } from './write-backup.ts'

const SECRET = 'kept-for-nobody'
const folder = mkdtempSync(join(tmpdir(), 'waybill-backup-'))
const file = join(folder, 'backup.gz')
let test: TestApp
let before: Record<string, string[]>

beforeAll(async () => {
  test = await buildTestApp()
  const { uid: tenantUid, users } = test.fixtures.stage
  // Text that could break JSON, a line of the file, or a statement.
  const values = `password: ${SECRET}\nodd: "],[\\"layers\\",{\\n\\\\ \u2028 🗝"\n`
  await addProfile(test, { tenantUid, layers: [{ name: 'first', values }] })
  const payload = { macros: [{ name: 'token', value: SECRET }] }
  await test.app.inject({
    method: 'POST',
    url: `/v1/tenants/${tenantUid}/macros`,
    headers: as(users.tenantAdmin),
    payload,
  })
  const team = { uid: newUid(), tenantUid, name: 'team' }
  await test.deps.prisma.team.create({ data: team })
  await test.deps.prisma.teamMember.createMany({
    data: [users.tenantAdmin, users.tenantViewer].map(({ uid }) => ({ teamUid: team.uid, tenantUid, userUid: uid })),
  })
  before = await rowsOf(test.databaseUrl)
  await writeBackup(test.databaseUrl, file, keys())
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await test.close()
})

const rowsOf = (url: string) =>
  withClient(url, async (client) => {
    const rows: Record<string, string[]> = {}
    for (const { name } of await tablesInOrder(client)) {
      const found = await client.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM "${name}" t`)
      rows[name] = found.rows.map(({ row }) => row).toSorted()
    }
    return rows
  })

async function into<T>(work: (database: TestDatabase) => Promise<T>): Promise<T> {
  const database = await createTestDatabase({ empty: true })
  try {
    return await work(database)
  } finally {
    await database.drop()
  }
}

const keys = () => backupKeys(test.deps.cipher)
const otherKeys = () => backupKeys(createCipher(['another secret']))
const lines = () => gunzipSync(readFileSync(file)).toString().trimEnd().split('\n')

/** The backup with changed lines. */
function changed(change: (all: string[]) => string[]): string {
  const other = join(folder, 'other.gz')
  writeFileSync(other, gzipSync(`${change(lines()).join('\n')}\n`))
  return other
}

/** A backup of many people that ends in the middle, where some of them are written already. */
function cutOff(): string {
  const whole = readFileSync(changed((all) => all.toSpliced(users(all), 0, ...manyLike(all[users(all)] ?? ''))))
  const other = join(folder, 'cut-off.gz')
  writeFileSync(other, whole.subarray(0, whole.length / 2))
  return other
}

const manyLike = (user: string) =>
  Array.from({ length: 30_000 }, (_, i) =>
    user.replace(/"uid":"[^"]*"/, `"uid":"${newUid()}"`).replace(/"email":"[^"]*"/, `"email":"${i}@example.com"`),
  )

const unsealed = (all: string[]) => all.with(0, (all[0] ?? '').replace(/,"sealedBy":"[^"]*"/, ''))
const users = (all: string[]) => all.findIndex((line) => line.startsWith('["users"'))

function withTable([header = '', ...rows]: string[], table: string, row: object): string[] {
  const { tables, ...others } = JSON.parse(header) as { tables: object }
  const more = JSON.stringify({ ...others, tables: { ...tables, [table]: Object.keys(row) } })
  return [more, JSON.stringify([table, row]), ...rows.slice(0, -1), JSON.stringify({ rows: rows.length })]
}

describe('a backup', () => {
  it('is restored as it was, to the byte', () =>
    into(async ({ url }) => {
      await readBackup({ ownerUrl: url, file, keys: keys() })
      expect(await rowsOf(url)).toEqual(before)
      expect(before['layers']).not.toEqual([])
    }))

  it('names a file that does not exist', async () => {
    const missing = join(folder, 'missing.gz')
    const restoring = readBackup({ ownerUrl: '', file: missing, keys: keys() })
    await expect(restoring).rejects.toThrow(`ENOENT: no such file or directory, open '${missing}'`)
  })

  it('continues the sequences where they were', () =>
    into(async ({ url }) => {
      await readBackup({ ownerUrl: url, file, keys: keys() })
      await withClient(url, async (client) => {
        const next = await client.query(`SELECT nextval('team_members_position_seq')::int AS next`)
        const last = await client.query('SELECT max(position)::int AS last FROM team_members')
        expect(next.rows[0]).toEqual({ next: Number(last.rows[0]?.last) + 1 })
      })
    }))

  it('contains no secret in clear, no session and no key, and is readable for its owner only', () => {
    const text = lines().join('\n')
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain('["sessions"')
    expect(text).not.toContain(readFileSync(join(test.deps.config.dataDir, 'secret-key'), 'utf8').trim())
  })

  it('is not restored over existing data', async () => {
    await expect(readBackup({ ownerUrl: test.databaseUrl, file, keys: keys() })).rejects.toThrow(BackupError)
    expect(await rowsOf(test.databaseUrl)).toEqual(before)
  })

  it('reports that its key is lost, before anything is written', () =>
    into(async ({ url }) => {
      const restoring = readBackup({ ownerUrl: url, file, keys: otherKeys() })
      await expect(restoring).rejects.toThrow(
        /^\d+ texts of this backup are encrypted with a secret key that is not here/,
      )
      expect(await rowsOf(url)).toEqual({})
    }))

  it('can be restored without what a lost key decrypts', () =>
    into(async ({ url }) => {
      await readBackup({ ownerUrl: url, file, keys: otherKeys(), withoutKey: true })
      expect(await rowsOf(url)).toEqual(before)
    }))

  it.each([
    ['is cut off', () => changed((all) => all.slice(0, -1))],
    ['is cut off while it is compressed', cutOff],
    ['lost a row', () => changed((all) => all.toSpliced(-2, 1))],
    [
      'has another row',
      () => changed((all) => all.map((line) => line.replaceAll('"Tenant Viewer"', '"Tenant Admin"'))),
    ],
    ['goes on behind its end', () => changed((all) => [...all, all[1] ?? ''])],
    ['has no seal any more', () => changed((all) => all.with(-1, JSON.stringify({ rows: all.length - 2 })))],
    ['says that it never had one', () => changed(unsealed)],
    [
      'has rows of a table that is not kept',
      () => changed((all) => withTable(all, 'sessions', { uid: 'f'.repeat(24) })),
    ],
    ['has rows of migrations', () => changed((all) => withTable(all, '_prisma_migrations', { id: 'x' }))],
    ['is another file', () => changed(() => ['{"kind":"something else"}'])],
    ['is no gzip', () => join(import.meta.dirname, 'backup.test.ts')],
  ])('is refused if it %s, and leaves no tenant', (_, made) =>
    into(async ({ url }) => {
      await expect(readBackup({ ownerUrl: url, file: made(), keys: keys() })).rejects.toThrow(BackupError)
      expect((await rowsOf(url))['tenants'] ?? []).toEqual([])
    }),
  )

  it.each([
    ['no JSON', (line: string) => line.replace('"email":', 'email:')],
    ['no value of its column', (line: string) => line.replace(/"created_at":"[^"]*"/, '"created_at":"never-a-time"')],
    ['NUL', (line: string) => line.replace('"email":"', '"email":"\\u0000')],
    ['there twice', (line: string) => `${line}\n${line}`],
  ])('with a row that is %s is refused with a message that contains nothing of the row', (_, spoil) =>
    into(async ({ url }) => {
      const spoilt = changed((all) => all.with(users(all), spoil(all[users(all)] ?? '')))
      const error: unknown = await readBackup({ ownerUrl: url, file: spoilt, keys: keys() }).catch((e: unknown) => e)
      expect(error).toBeInstanceOf(BackupError)
      expect(String(error)).not.toMatch(/@|never-a-time/)
      expect((await rowsOf(url))['tenants']).toEqual([])
    }),
  )

  it('without a seal, or with a lost key, can be restored, without tables that are not backed up', () =>
    into(async ({ url }) => {
      const forged = changed((all) => withTable(all, 'sessions', { uid: 'f'.repeat(24) }))
      const restore = (from: string) => readBackup({ ownerUrl: url, file: from, keys: otherKeys(), withoutKey: true })
      await expect(restore(forged)).rejects.toThrow(BackupError)
      expect(await restore(changed(unsealed))).toMatchObject({ isVerified: false })
      expect(await rowsOf(url)).toEqual(before)
    }))

  it('that was changed is refused if its key is here, whatever the options', () =>
    into(async ({ url }) => {
      const other = changed((all) => all.map((line) => line.replaceAll('"Tenant Viewer"', '"Tenant Admin"')))
      const restoring = readBackup({ ownerUrl: url, file: other, keys: keys(), withoutKey: true })
      await expect(restoring).rejects.toThrow(/changed since it was made/)
    }))

  it('of a newer version is refused', () =>
    into(async ({ url }) => {
      const newer = changed(([header = '', ...rest]) => [
        header.replace('"migrations":[', '"migrations":["29990101000000_later",'),
        ...rest,
      ])
      await expect(readBackup({ ownerUrl: url, file: newer, keys: keys() })).rejects.toThrow(MigrationError)
    }))
})
