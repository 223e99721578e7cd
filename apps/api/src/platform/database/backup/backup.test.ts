import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../testing/database/test-database.ts'
import { addProfile } from '../../../testing/profiles.ts'
import { as, buildTestApp, type TestApp } from '../../../testing/test-app.ts'
import { MigrationError } from '../server/migrate.ts'
import { newUid } from '../uid.ts'
import { BackupError } from './backup-format.ts'
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
  // What a JSON text, a line of a file and a statement could each break.
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
  await writeBackup(test.databaseUrl, file)
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await test.close()
})

async function rowsOf(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const rows: Record<string, string[]> = {}
  for (const { name } of await tablesInOrder(client)) {
    const found = await client.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM "${name}" t`)
    rows[name] = found.rows.map(({ row }) => row).toSorted()
  }
  await client.end()
  return rows
}

async function into<T>(work: (database: TestDatabase) => Promise<T>): Promise<T> {
  const database = await createTestDatabase({ empty: true })
  try {
    return await work(database)
  } finally {
    await database.drop()
  }
}

const keyIds = () => test.deps.cipher.keyIds()
const lines = () => gunzipSync(readFileSync(file)).toString().trimEnd().split('\n')

/** The backup with other lines. */
function changed(change: (all: string[]) => string[]): string {
  const other = join(folder, 'other.gz')
  writeFileSync(other, gzipSync(`${change(lines()).join('\n')}\n`))
  return other
}

describe('a backup', () => {
  it('comes back as it was, to the byte', () =>
    into(async ({ url }) => {
      await readBackup({ ownerUrl: url, file, keyIds: keyIds() })
      expect(await rowsOf(url)).toEqual(before)
      expect(before['layers']).not.toEqual([])
    }))

  it('goes on numbering rows where it was', () =>
    into(async ({ url }) => {
      await readBackup({ ownerUrl: url, file, keyIds: keyIds() })
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      const next = await client.query(`SELECT nextval('team_members_position_seq')::int AS next`)
      const last = await client.query('SELECT max(position)::int AS last FROM team_members')
      await client.end()
      expect(next.rows[0]).toEqual({ next: Number(last.rows[0]?.last) + 1 })
    }))

  it('holds no secret in the clear, no session and no key, and belongs to its owner alone', () => {
    const text = lines().join('\n')
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain('["sessions"')
    expect(text).not.toContain(readFileSync(join(test.deps.config.dataDir, 'secret-key'), 'utf8').trim())
  })

  it('is not put over what is there', async () => {
    await expect(readBackup({ ownerUrl: test.databaseUrl, file, keyIds: keyIds() })).rejects.toThrow(BackupError)
    expect(await rowsOf(test.databaseUrl)).toEqual(before)
  })

  it('says that its key is lost, before anything is written', () =>
    into(async ({ url }) => {
      const restoring = readBackup({ ownerUrl: url, file, keyIds: ['00000000'] })
      await expect(restoring).rejects.toThrow(
        /^\d+ texts of this backup are encrypted with a secret key that is not here/,
      )
      expect(await rowsOf(url)).toEqual({})
    }))

  it('comes back without what a lost key opens, for who says so', () =>
    into(async ({ url }) => {
      await readBackup({ ownerUrl: url, file, keyIds: ['00000000'], withoutKey: true })
      expect(await rowsOf(url)).toEqual(before)
    }))

  it.each([
    ['is cut off', () => changed((all) => all.slice(0, -1))],
    ['lost a row', () => changed((all) => all.toSpliced(-2, 1))],
    ['is another file', () => changed(() => ['{"kind":"something else"}'])],
    ['is no gzip', () => join(import.meta.dirname, 'backup.test.ts')],
  ])('is refused where it %s, and leaves no tenant', (_, made) =>
    into(async ({ url }) => {
      await expect(readBackup({ ownerUrl: url, file: made(), keyIds: keyIds() })).rejects.toThrow(BackupError)
      expect((await rowsOf(url))['tenants'] ?? []).toEqual([])
    }),
  )

  it('of a newer version is refused', () =>
    into(async ({ url }) => {
      const newer = changed(([header = '', ...rest]) => [
        header.replace('"migrations":[', '"migrations":["29990101000000_later",'),
        ...rest,
      ])
      await expect(readBackup({ ownerUrl: url, file: newer, keyIds: keyIds() })).rejects.toThrow(MigrationError)
    }))
})
