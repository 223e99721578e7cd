// Installs the dependencies when they are missing or the lockfile has changed.
import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { StepError, isMain, main, node24, root, run } from './processes.mjs'
import { whenChanged } from './stamps.mjs'

const PNPM = 'pnpm@12.21.0'
const STEP = {
  stamp: 'node_modules/.waybill-installed',
  sources: ['pnpm-lock.yaml'],
  results: [relative(root, node24), ...workspaces().map((folder) => `${folder}/node_modules`)],
}

export const install = () =>
  whenChanged(STEP, async () => {
    process.stderr.write('Installing dependencies. The first time takes about a minute.\n')
    const reporter = process.stderr.isTTY ? 'default' : 'append-only'
    // With NODE_ENV=production, pnpm would leave out the build tools that the start needs.
    const env = { NODE_ENV: '', COREPACK_ENABLE_STRICT: '0', CI: '1' }
    const { code } = await run('npx', ['-y', PNPM, 'install', '--frozen-lockfile', `--reporter=${reporter}`], { env })
    if (code !== 0)
      throw new StepError(
        'The dependencies could not be installed. Is the npm registry reachable? See the lines above.',
      )
  })

/** The workspaces listed in pnpm-workspace.yaml. */
function workspaces() {
  const among = (parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`)
  return ['e2e', 'bench', ...among('apps'), ...among('packages')].filter((folder) =>
    existsSync(join(root, folder, 'package.json')),
  )
}

if (isMain(import.meta)) await main(install)
