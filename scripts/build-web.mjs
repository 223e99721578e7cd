// Builds the console when its sources have changed.
import { join } from 'node:path'
import { StepError, isMain, main, runNode } from './processes.mjs'
import { whenChanged } from './stamps.mjs'

const WEB = 'apps/web'
const SOURCES = [
  WEB,
  ...['profile-format', 'api-contract', 'api-client', 'layer-text', 'values-merge'].map(
    (name) => `packages/${name}/src`,
  ),
  'docs',
  'pnpm-lock.yaml',
  'scripts/build-web.mjs',
]
const STEP = { stamp: 'node_modules/.waybill-console', sources: SOURCES, results: [`${WEB}/dist/index.html`] }

export const buildWeb = () =>
  whenChanged(STEP, async () => {
    process.stderr.write('Building the console.\n')
    const { code, output } = await runNode([join(WEB, 'node_modules/vite/bin/vite.js'), 'build', WEB], { quiet: true })
    if (code !== 0) {
      process.stderr.write(output)
      throw new StepError('The console could not be built. See the lines above.')
    }
  })

if (isMain(import.meta)) await main(buildWeb)
