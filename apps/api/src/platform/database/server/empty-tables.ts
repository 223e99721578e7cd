import pg from 'pg'

/** By the tables' owner: the role that the server works as may empty none, and may remove nothing of the audit log. */
export async function emptyTables(ownerUrl: string, tables: readonly string[]): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(`TRUNCATE ${tables.map((name) => owner.escapeIdentifier(name)).join(', ')}`)
  } finally {
    await owner.end()
  }
}
