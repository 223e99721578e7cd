// npm run attack -- <folder>: sends a folder of attack vectors (docs/security.md lists the files) to a server and
// prints a table. It starts a server with an empty data directory, unless WAYBILL_URL and WAYBILL_API_KEY name a
// running one.
import { resolve } from 'node:path'
import { attack } from './attack/attack.mjs'
import { startOwnServer } from './attack/own-server.mjs'
import { printTable } from './attack/table.mjs'
import { readVectors } from './attack/vectors.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { main, StepError } from './processes.mjs'

await main(async () => {
  const [folder] = process.argv.slice(2)
  if (folder === undefined) throw new StepError('Say which vectors: npm run attack -- <folder>')
  await install()
  await generate()
  const vectors = readVectors(resolve(process.env.INIT_CWD ?? process.cwd(), folder))
  const { WAYBILL_URL: url, WAYBILL_API_KEY: apiKey } = process.env
  const server = url
    ? { url, headers: { ApiKey: apiKey ?? '' }, log: () => '', stop: () => {} }
    : await startOwnServer(vectors)
  try {
    const rows = await attack(server, vectors)
    printTable(rows)
    if (rows.some(({ failures }) => failures.length > 0)) process.exitCode = 1
  } finally {
    await server.stop()
  }
})
