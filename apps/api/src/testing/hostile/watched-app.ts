import type { Database } from '../../platform/database/prisma.ts'
import { addRegistry } from '../catalogue.ts'
import { buildTestApp } from '../test-app.ts'

const PACK = { name: 'hello-universe', version: '1.2.0' }

/**
 * The whole API listening on a port of its own, with all log lines recorded, and a catalogue with the pack that valid
 * imports need.
 */
export async function buildWatchedApp(settings: Readonly<Record<string, string>> = {}) {
  const logLines: string[] = []
  const test = await buildTestApp({ settings, logTo: { write: (line) => void logLines.push(line) } })
  const { stage, dev } = test.fixtures
  const stageDb = test.deps.tenantDb(stage.uid)
  await addRegistry(stageDb, { name: 'Public Repo', packs: [PACK] })
  const foreignRegistryUid = await addRegistry(test.deps.tenantDb(dev.uid), { name: 'Foreign', packs: [PACK] })
  const address = await test.app.listen({ host: '127.0.0.1', port: 0 })
  return { ...test, address, logLines, foreignRegistryUid, countRows: () => countRows(test.deps.prisma) }
}

export type WatchedApp = Awaited<ReturnType<typeof buildWatchedApp>>

/** Rows that an import may write. Refusals are recorded in the audit log and are not counted. */
async function countRows(prisma: Database): Promise<Record<string, number>> {
  const [rows = {}] = await prisma.$queryRaw<Record<string, number>[]>`
    SELECT (SELECT count(*) FROM profiles)::int AS profiles, (SELECT count(*) FROM layers)::int AS layers,
      (SELECT count(*) FROM manifests)::int AS manifests, (SELECT count(*) FROM variables)::int AS variables,
      (SELECT count(*) FROM macros)::int AS macros, (SELECT count(*) FROM macro_uses)::int AS macro_uses,
      (SELECT count(*) FROM import_records)::int AS records, (SELECT count(*) FROM pack_versions)::int AS packs,
      (SELECT count(*) FROM audit_events WHERE action <> 'refuse')::int AS events`
  return rows
}
