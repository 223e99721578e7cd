import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

it.each([
  ['backup', ['--odd'], /^Unknown option '--odd'\. Say where: .*\n$/],
  ['backup', ['-o', 'file.gz'], /^Unknown option '-o'\. Say where: .*\n$/],
  ['backup', ['one.gz', 'two.gz'], /^Say where: .*\n$/],
  ['backup', ['-'], /^Unknown option '-'\. Say where: .*\n$/],
  ['backup', ['--', '-o.gz'], /^Unknown option '-o\.gz'\. Say where: .*\n$/],
  ['backup', [], /^Say where: .*\n$/],
  ['backup', ['..'], /^\.\. is a folder\. Say where: .*\n$/],
  ['restore', ['..'], /^\.\. is a folder\. Say which: .*\n$/],
  ['restore', ['--odd', 'file.gz'], /^Unknown option '--odd'\. Say which: .*\n$/],
  ['restore', ['--without-key=yes', 'file.gz'], /^Option '--without-key' does not take an argument\. Say which: .*\n$/],
  ['rotate-key', ['--odd'], /^Unknown option '--odd'\. Its only option: .*\n$/],
  ['rotate-key', ['file.gz'], /^Unexpected argument 'file\.gz'\. .*\n$/],
])('%s refuses arguments that it does not know in one line, and writes nothing: %j', (name, args, printed) => {
  const cwd = mkdtempSync(join(tmpdir(), 'waybill-command-'))
  try {
    const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: join(cwd, 'data') }
    const command = join(import.meta.dirname, `${name}.ts`)
    const { status, stderr } = spawnSync(process.execPath, [command, ...args], { cwd, env, encoding: 'utf8' })
    expect([status, stderr]).toEqual([1, expect.stringMatching(printed)])
    expect(readdirSync(cwd)).toEqual([])
  } finally {
    rmSync(cwd, { recursive: true })
  }
})
