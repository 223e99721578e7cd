import { expect, it } from 'vitest'
import { explainFailedStart } from './failed-start.ts'

it.each([
  ['the system', Object.assign(new Error('write'), { code: 'ENOSPC', syscall: 'write' })],
  ['PostgreSQL', Object.assign(new Error('could not extend file'), { code: '53100' })],
  ['its programs', new Error('PostgreSQL did not start: FATAL: could not write: No space left on device')],
  ['the lock', new Error('database or disk is full')],
  ['a migration', new Error('Migration failed', { cause: Object.assign(new Error(), { code: '53100' }) })],
])('a full disk is reported in one line, whoever words it: %s', (_whose, error) => {
  expect(explainFailedStart(error)).toBe('The disk of DATA_DIR is full: make room there, then start Waybill again')
})
