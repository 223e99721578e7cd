// Joins the server's sources and its packages into a few files when they changed since: 1,700 files would take most of a start to load.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StepError, isMain, main, root, runNode } from './processes.mjs'
import { hashOf, isStamped, writeStamp } from './stamps.mjs'

const API = 'apps/api'
const STAMP = 'node_modules/.waybill-server'
const SOURCES = [API, 'packages', 'prisma', 'pnpm-lock.yaml', 'scripts/build-server.mjs']

export async function buildServer() {
  const hash = hashOf(SOURCES)
  if (existsSync(join(root, API, 'dist/server.mjs')) && isStamped(STAMP, hash)) return
  process.stderr.write('Building the server.\n')
  writeStamp(STAMP, 'unfinished')
  const rolldown = join(API, 'node_modules/rolldown/bin/cli.mjs')
  const { code, output } = await runNode([rolldown, '-c', join(API, 'rolldown.config.ts')], { quiet: true })
  if (code !== 0) {
    process.stderr.write(output)
    throw new StepError('The server could not be built. See the lines above.')
  }
  writeStamp(STAMP, hash)
}

if (isMain(import.meta)) await main(buildServer)
