import { withClient } from '../../platform/database/with-client.ts'
import { inject } from 'vitest'
import { newUid } from '../../platform/database/uid.ts'

export interface TestDatabase {
  /** Connects as the owner, a superuser, whom no policy applies to. */
  url: string
  /** Connects as the role that the server uses. */
  applicationUrl: string
  drop: () => Promise<void>
}

/** Creates a database for one test file; migrated unless `empty`. */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const postgresUrl = inject('postgresUrl')
  const name = `test_${newUid()}`
  const template = options.empty ? 'template0' : 'waybill_template'
  await run(postgresUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`)
  // Privileges on a database are not copied; the job queue needs this one to create its schema.
  await run(postgresUrl, `GRANT CREATE ON DATABASE ${name} TO ${new URL(inject('applicationUrl')).username}`)
  const urlFor = (server: string) => {
    const url = new URL(server)
    url.pathname = name
    return url.href
  }
  return {
    url: urlFor(postgresUrl),
    applicationUrl: urlFor(inject('applicationUrl')),
    drop: () => run(postgresUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

const run = (connectionString: string, sql: string) =>
  withClient(connectionString, async (client) => void (await client.query(sql)))
