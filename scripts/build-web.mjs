// Builds the console when its sources changed since, and compresses its files once instead of at every request.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { StepError, isMain, main, root, runNode } from './processes.mjs'
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
const COMPRESSIBLE = /\.(html|js|css|svg|json|webmanifest|txt)$/
const SMALLEST_WORTH_IT = 1024

const STEP = { stamp: 'node_modules/.waybill-console', sources: SOURCES, result: `${WEB}/dist/index.html` }

export const buildWeb = () =>
  whenChanged(STEP, async () => {
    process.stderr.write('Building the console.\n')
    const { code, output } = await runNode([join(WEB, 'node_modules/vite/bin/vite.js'), 'build', WEB], { quiet: true })
    if (code !== 0) {
      process.stderr.write(output)
      throw new StepError('The console could not be built. See the lines above.')
    }
    await compressAll(join(root, WEB, 'dist'))
  })

async function compressAll(folder) {
  const files = await readdir(folder, { recursive: true })
  await Promise.all(files.filter((file) => COMPRESSIBLE.test(file)).map((file) => compress(join(folder, file))))
}

async function compress(file) {
  const content = await readFile(file)
  if (content.length < SMALLEST_WORTH_IT) return
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params }))
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }))
}

if (isMain(import.meta)) await main(buildWeb)
