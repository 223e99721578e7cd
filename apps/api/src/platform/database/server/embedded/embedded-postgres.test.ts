import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { withClient } from '../../with-client.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { findPostgresBinaries, withinReach } from './postgres-binaries.ts'
import { postgresUser } from './postgres-user.ts'

it('waits for a server that exists and does not answer at once', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'waybill-busy-'))
  chmodSync(dataDir, 0o755)
  const pidFile = join(dataDir, 'postgres/postmaster.pid')
  await (await startEmbeddedPostgres(dataDir)).stop()
  const isThere: boolean[] = []
  const silent = createServer((socket) => {
    isThere.push(existsSync(pidFile))
    if (isThere.length === 3) silent.close()
    socket.destroy()
  }).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  writeFileSync(pidFile, `${process.pid}\n${join(dataDir, 'postgres')}\n0\n${port}\n`)
  const postgres = await startEmbeddedPostgres(dataDir)
  await postgres.stop()
  rmSync(dataDir, { recursive: true })
  expect(isThere).toEqual([true, true, true])
})

const isRoot = process.getuid?.() === 0

describe.skipIf(!isRoot)(
  'below a folder that only root may enter (for root, who alone runs PostgreSQL as another user)',
  () => {
    let closed: string
    let open: string

    beforeAll(() => {
      closed = mkdtempSync(join(tmpdir(), 'waybill-closed-'))
      open = mkdtempSync(join(tmpdir(), 'waybill-open-'))
      chmodSync(closed, 0o700)
      chmodSync(open, 0o755)
    })
    afterAll(() => {
      for (const folder of [closed, open]) rmSync(folder, { recursive: true })
    })

    const query = (url: string, text: string) => withClient(url, async (client) => (await client.query(text)).rows)

    it('PostgreSQL keeps its data', async () => {
      const dataDir = join(closed, 'home/data')
      const first = await startEmbeddedPostgres(dataDir)
      await query(first.urlOf('postgres'), 'CREATE TABLE kept AS SELECT 7 AS number')
      await first.stop()
      const second = await startEmbeddedPostgres(dataDir)
      expect(await query(second.urlOf('postgres'), 'SELECT number FROM kept')).toEqual([{ number: 7 }])
      await second.stop()
    })

    it('PostgreSQL has no more privileges than any other program of its user', async () => {
      const postgres = await startEmbeddedPostgres(join(closed, 'meek'))
      const status = await query(postgres.urlOf('postgres'), `SELECT pg_read_file('/proc/self/status') AS text`)
      expect(status[0].text).toMatch(/^CapEff:\t0+$/m)
      await postgres.stop()
    })

    it('its programs are run from a copy that is made once', async () => {
      const binaries = await closedBinaries()
      const copied = withinReach(binaries, postgresUser(), open)
      const data = join(open, 'data')
      execFileSync(copied.initdb, ['-D', data, '--no-sync'], { ...owner(data), stdio: 'ignore' })
      expect(copied.postgres).toMatch(new RegExp(`^${open}/postgres-[0-9][^/]+/bin/postgres$`))
      rmSync(binaries.initdb)
      expect(withinReach(binaries, postgresUser(), open)).toEqual(copied)
    })

    it('reports in one line what to do if there is no room for a copy', async () => {
      const binaries = await closedBinaries()
      const told =
        /^PostgreSQL does not run as root, and [^\n]+ Start Waybill as another user than root, or set DATABASE_URL\.$/
      expect(() => withinReach(binaries, postgresUser(), '/dev/null/copies')).toThrow(told)
    })

    async function closedBinaries() {
      const native = realpathSync(dirname(dirname((await findPostgresBinaries()).postgres)))
      const folder = mkdtempSync(join(closed, 'package-'))
      execFileSync('cp', ['-RP', native, folder])
      copyFileSync(join(dirname(native), 'package.json'), join(folder, 'package.json'))
      const bin = join(folder, 'native/bin')
      return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
    }

    function owner(folder: string) {
      const user = postgresUser()
      mkdirSync(folder)
      execFileSync('chown', [`${user?.uid}:${user?.gid}`, folder])
      return { ...user, cwd: folder }
    }
  },
)
