// npm run bench: the measurements of docs/performance.md. Arguments go to the benchmark.
import { buildWeb } from './build-web.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { main, runNode } from './processes.mjs'

await main(async () => {
  await install()
  await generate()
  await buildWeb()
  const { code } = await runNode(['bench/run.ts', ...process.argv.slice(2)])
  process.exitCode = code
})
