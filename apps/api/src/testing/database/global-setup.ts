import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withClient } from '../../platform/database/with-client.ts'
import type { TestProject } from 'vitest/node'
import { openApplicationRole } from '../../platform/database/server/application-role.ts'
import { startEmbeddedPostgres } from '../../platform/database/server/embedded/embedded-postgres.ts'
import { migrate } from '../../platform/database/server/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server's own database; databases for tests are created beside it. */
    postgresUrl: string
    /** The same for the role that the server connects as. */
    applicationUrl: string
  }
}

export const TEMPLATE_DATABASE = 'waybill_template'

/** A crash would lose the tests' data, which does not matter, and commits are several times faster. */
const SPEED = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200', 'autovacuum=off']

/** Starts one PostgreSQL for the whole run, with a migrated database that test files copy. */
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
