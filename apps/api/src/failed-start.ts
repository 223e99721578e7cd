import { OperatorError } from './platform/errors/operator-error.ts'

const WRONG_SETTINGS: Readonly<Record<string, string>> = {
  'listen EADDRINUSE': 'Setting PORT is wrong: another process listens there',
  'listen EACCES': 'Setting PORT is wrong: this user may not listen there',
  'listen EADDRNOTAVAIL': 'Setting HOST is wrong: this machine has no such address',
  'getaddrinfo ENOTFOUND': 'Setting HOST or DATABASE_URL is wrong: there is no such host',
  'connect ECONNREFUSED': 'Setting DATABASE_URL is wrong: no database answers there',
  'mkdir EACCES': 'Setting DATA_DIR is wrong: this user may not write there',
  'open EACCES': 'Setting DATA_DIR is wrong: this user may not write there',
  'mkdir ENOTDIR': 'Setting DATA_DIR is wrong: it is not a folder',
  'mkdir EEXIST': 'Setting DATA_DIR is wrong: it is not a folder',
}

/** PostgreSQL's codes for a wrong user, password or database name. */
const DATABASE_REFUSES = /^(28...|3D000)$/

/** As the system, PostgreSQL, its programs and SQLite word it. */
const NO_ROOM = /ENOSPC|No space left on device|disk is full|53100/
const DISK_FULL = 'The disk of DATA_DIR is full: make room there, then start Waybill again'

/** One line for what the operator can fix; otherwise the stack trace. */
export function explainFailedStart(error: unknown): string {
  if (isAboutRoom(error)) return DISK_FULL
  if (error instanceof OperatorError) return error.message
  if (!(error instanceof Error)) return 'Waybill could not start'
  const code = 'code' in error ? String(error.code) : ''
  const syscall = 'syscall' in error ? String(error.syscall) : ''
  if (DATABASE_REFUSES.test(code))
    return 'Setting DATABASE_URL is wrong: the database refuses this user, password or name'
  return WRONG_SETTINGS[`${syscall} ${code}`] ?? error.stack ?? error.message
}

function isAboutRoom(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return NO_ROOM.test(`${code} ${error.message}`) || isAboutRoom(error.cause)
}
