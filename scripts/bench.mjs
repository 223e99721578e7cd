// npm run bench: the benchmarks of docs/performance.md; npm run bench -- masking: those of docs/masking.md. Takes the
// benchmark's arguments.
import { buildServer } from './build-server.mjs'
import { buildWeb } from './build-web.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { main, runNode } from './processes.mjs'

await main(async () => {
  await install()
  await generate()
  const isMasking = process.argv[2] === 'masking'
  if (!isMasking) {
    await buildWeb()
    await buildServer()
  }
  const { code } = await runNode([
    isMasking ? 'bench/masking/run-masking.ts' : 'bench/run.ts',
    ...process.argv.slice(2),
  ])
  process.exitCode = code
})
