import type pg from 'pg'
import { NOT_KEPT } from './backup-format.ts'

const COLUMNS = `
  SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
  GROUP BY c.relname ORDER BY c.relname`

const REFERENCES = `
  SELECT conrelid::regclass::text AS from, confrelid::regclass::text AS to FROM pg_constraint
  WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`

export interface Table {
  name: string
  columns: string[]
}

/** The tables to back up, each after those that its foreign keys refer to. */
export async function tablesInOrder(client: pg.Client): Promise<Table[]> {
  const { rows: waiting } = await client.query<Table>(COLUMNS, [NOT_KEPT])
  const { rows: references } = await client.query<{ from: string; to: string }>(REFERENCES)
  const ordered: Table[] = []
  while (ordered.length < waiting.length) {
    const left = waiting.filter((table) => !ordered.includes(table))
    const names = new Set(left.map(({ name }) => name))
    const free = left.filter(({ name }) => !references.some((each) => each.from === name && names.has(each.to)))
    if (free.length === 0) throw new Error('foreign keys go in a circle')
    ordered.push(...free)
  }
  return ordered
}
