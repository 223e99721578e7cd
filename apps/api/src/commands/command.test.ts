import { afterEach, expect, it, vi } from 'vitest'
import { PostgresUserError } from '../platform/database/server/embedded/postgres-user.ts'
import { runCommand } from './command.ts'

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

it.each([
  [
    'what the operator can fix',
    new PostgresUserError('a user postgres cannot be made'),
    /^PostgreSQL does not run as root, .*\.\n$/,
  ],
  [
    'what the system refuses',
    Object.assign(new Error('open: no such file'), { syscall: 'open' }),
    /^open: no such file\n$/,
  ],
  ['a fault of the program, with its stack', new TypeError('x is undefined'), /^TypeError: x is undefined\n\s+at /],
])('a command prints %s and ends with 1', async (_what, error, printed) => {
  const print = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await runCommand(() => Promise.reject(error))
  expect(print).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(printed))
  expect(process.exitCode).toBe(1)
})
