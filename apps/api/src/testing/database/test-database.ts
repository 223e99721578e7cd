import { withClient } from '../../platform/database/with-client.ts'
import { inject } from 'vitest'
import { newUid } from '../../platform/database/uid.ts'

export interface TestDatabase {
  /** Of the owner, a superuser, whom no policy holds. */
  url: string
  /** Of the role that the server works as. */
  applicationUrl: string
  drop: () => Promise<void>
}

/** A database of its own for one test file; migrated unless `empty`. */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const postgresUrl = inject('postgresUrl')
  const name = `test_${newUid()}`
  const template = options.empty ? 'template0' : 'waybill_template'
  await run(postgresUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`)
  // What belongs to a database itself is not copied: the queue of jobs makes its schema.
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
