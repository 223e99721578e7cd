// Bundles the server's sources and its packages into a few files when they have changed: loading 1,700 files would take
// most of a start.
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StepError, isMain, main, root, runNode } from './processes.mjs'
import { whenChanged } from './stamps.mjs'

const API = 'apps/api'
const DIST = `${API}/dist`
const SERVER = `${DIST}/server.mjs`
const STEP = {
  stamp: 'node_modules/.waybill-server',
  sources: [API, 'packages', 'prisma', 'pnpm-lock.yaml', 'scripts/build-server.mjs'],
  results: [SERVER],
}
const DAY_MS = 24 * 60 * 60 * 1000

export const buildServer = () =>
  whenChanged(STEP, async () => {
    process.stderr.write('Building the server.\n')
    const builtBefore = writtenAt(join(root, SERVER))
    const rolldown = join(API, 'node_modules/rolldown/bin/cli.mjs')
    const { code, output } = await runNode([rolldown, '-c', join(API, 'rolldown.config.ts')], { quiet: true })
    if (code !== 0) {
      process.stderr.write(output)
      throw new StepError('The server could not be built. See the lines above.')
    }
    removeBuilds(join(root, DIST), builtBefore - DAY_MS)
  })

/**
 * Removes files of older builds. A running server loads threads and rarely used parts late, so the files of its build
 * must still exist.
 */
export function removeBuilds(folder, since) {
  for (const name of readdirSync(folder))
    if (writtenAt(join(folder, name)) < since) rmSync(join(folder, name), { force: true })
}

const writtenAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

if (isMain(import.meta)) await main(buildServer)
