// npm run chaos: the faults of docs/reliability.md, on loopback and in temporary folders. Arguments are names of cases
// and options.
import { buildServer } from './build-server.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { main, runNode } from './processes.mjs'
import { bringPrograms } from './system-programs.mjs'

await main(async () => {
  await install()
  await generate()
  await buildServer()
  // If it is missing, its case says so.
  await bringPrograms(['pgbouncer']).catch(() => undefined)
  const { code } = await runNode(['bench/chaos/run-chaos.ts', ...process.argv.slice(2)])
  process.exitCode = code
})
