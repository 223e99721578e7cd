import { parseArgs } from 'node:util'
import { clockJumps, equalImports, silentSockets, slowClients, stopped } from './cases/clients.ts'
import { databaseAway, diskFull } from './cases/database.ts'
import { killedPostgres, killedServer, threeBehindPooler, threeServers, twoServers } from './cases/killed.ts'
import { soak, tls } from './cases/load.ts'
import { manyImports, memoryLimit } from './cases/memory.ts'
import { writeReport, table, type Case, type Row } from './report.ts'

const CASES: readonly Case[] = [
  killedServer,
  killedPostgres,
  threeServers,
  threeBehindPooler,
  twoServers,
  databaseAway,
  diskFull,
  clockJumps,
  stopped,
  silentSockets,
  slowClients,
  equalImports,
  manyImports,
  memoryLimit,
  tls,
  soak,
]

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean' },
    rounds: { type: 'string', default: '6' },
    'soak-minutes': { type: 'string', default: '1' },
  },
})
const unknown = positionals.filter((name) => !CASES.some((each) => each.name === name))
if (unknown.length > 0) {
  process.stderr.write(`No such case: ${unknown.join(', ')}. There are ${CASES.map(({ name }) => name).join(', ')}.\n`)
  process.exit(2)
}

const rows: Row[] = []
for (const each of CASES.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  process.stderr.write(`${each.name} …\n`)
  const chaos = { rounds: Number(options.rounds), soakMinutes: Number(options['soak-minutes']) }
  rows.push(...(await each.run(chaos).catch((error: unknown) => [brokenOff(each, error)])))
}
function brokenOff({ name }: Case, error: unknown): Row {
  const seen = String(error).replaceAll(/\s+/g, ' ').slice(0, 200)
  return { fault: name, tried: 'broken off', seen, promised: '–', isKept: false }
}

process.stdout.write(`${table(rows)}\n`)
if (options.write) await writeReport(rows)
process.exitCode = rows.every(({ isKept }) => isKept !== false) ? 0 : 1
