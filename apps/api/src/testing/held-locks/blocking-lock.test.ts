import pg from 'pg'
import { expect, it } from 'vitest'
import { openTestApp } from '../test-app.ts'
import { holdTable } from './blocking-lock.ts'

const test = await openTestApp()

it('a lock sees who waits for it in a session that began after it was first looked at', async () => {
  const lock = await holdTable(test.databaseUrl, 'macros')
  const isSeen = lock.hasWaiter()
  const late = new pg.Client({ connectionString: test.databaseUrl })
  await late.connect()
  const waiting = late.query('DELETE FROM macros WHERE FALSE')
  await isSeen
  await lock.release()
  expect((await waiting).rowCount).toBe(0)
  await late.end()
})
