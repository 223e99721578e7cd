// Joins the server's sources and its packages into a few files when they changed since: 1,700 files would take most of a start to load.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StepError, isMain, main, root, runNode } from './processes.mjs'
import { hashOf, isStamped, writeStamp } from './stamps.mjs'

const API = 'apps/api'
const STAMP = 'node_modules/.waybill-server'
const DIST = join(root, API, 'dist')
const DAY_MS = 24 * 60 * 60 * 1000
const SOURCES = [API, 'packages', 'prisma', 'pnpm-lock.yaml', 'scripts/build-server.mjs']

export async function buildServer() {
  const hash = hashOf(SOURCES)
  if (existsSync(join(DIST, 'server.mjs')) && isStamped(STAMP, hash)) return
  process.stderr.write('Building the server.\n')
  writeStamp(STAMP, 'unfinished')
  const builtBefore = writtenAt(join(DIST, 'server.mjs'))
  const rolldown = join(API, 'node_modules/rolldown/bin/cli.mjs')
  const { code, output } = await runNode([rolldown, '-c', join(API, 'rolldown.config.ts')], { quiet: true })
  if (code !== 0) {
    process.stderr.write(output)
    throw new StepError('The server could not be built. See the lines above.')
  }
  removeBuilds(DIST, builtBefore - DAY_MS)
  writeStamp(STAMP, hash)
}

/** Files of no build since. A server that runs loads threads and seldom needed parts late: those of its build have to be there still. */
export function removeBuilds(folder, since) {
  for (const name of readdirSync(folder))
    if (writtenAt(join(folder, name)) < since) rmSync(join(folder, name), { force: true })
}

const writtenAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

if (isMain(import.meta)) await main(buildServer)
