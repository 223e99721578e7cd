import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withClient } from '../../platform/database/with-client.ts'
import type { TestProject } from 'vitest/node'
import { openApplicationRole } from '../../platform/database/server/application-role.ts'
import { startEmbeddedPostgres } from '../../platform/database/server/embedded-postgres.ts'
import { migrate } from '../../platform/database/server/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the server's own database; databases of tests are made beside it. */
    postgresUrl: string
    /** The same for the role that the server works as. */
    applicationUrl: string
  }
}

export const TEMPLATE_DATABASE = 'waybill_template'

/** A crash loses the tests' data, which nobody misses, and every commit is several times faster. */
const SPEED = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200', 'autovacuum=off']

/** One PostgreSQL for the whole run, with a migrated database that test files copy. */
export async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), 'waybill-test-'))
  const postgres = await startEmbeddedPostgres(dataDir, { flags: SPEED })
  const postgresUrl = postgres.urlOf('postgres')
  await withClient(postgresUrl, (client) => client.query(`CREATE DATABASE ${TEMPLATE_DATABASE}`))
  const applicationUrl = await openApplicationRole(postgresUrl)
  await migrate(postgres.urlOf(TEMPLATE_DATABASE), { applicationRole: new URL(applicationUrl).username })
  project.provide('postgresUrl', postgresUrl)
  project.provide('applicationUrl', applicationUrl)
  return async () => {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
