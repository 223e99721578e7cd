import type pg from 'pg'
import type { BenchClient } from '../client.ts'
import { FILL_CATALOGUE, FILL_PROFILES, type BenchTenant } from '../content.ts'
import { callInParallel, interleave } from '../measure.ts'
import { createProfileInput, freshFiles, withOtherLayer } from '../profile-file.ts'
import { ratioRow } from '../report.ts'
import type { Bench, Case } from './bench.ts'

const CONNECTIONS = 10
const LAYERS = 20
/** Calls per block, enough for the kernel's counters to be meaningful. */
const CALLS = 60

type Call = (index: number) => Promise<unknown>

/** The CPU time of a call in a tenant of 10,000 profiles and 100,000 pack versions, with ten concurrent callers. */
const calling =
  (
    what: string,
    atMost: number,
    prepare: (given: { client: BenchClient; tenant: BenchTenant }) => Promise<Call>,
  ): Case =>
  async (bench) => {
    const [server, filled] = [await bench.server(), await filledTenant(bench)]
    const call = await prepare(filled)
    const block = (each: Call) => (run: number) =>
      callInParallel(CALLS, CONNECTIONS, (index) => each(run * CALLS + index))
    const { ours, floor } = await interleave(
      { floor: block(() => filled.client.whoAmI()), ours: block(call) },
      { runs: Math.ceil(bench.runs / 2), warmUp: 3, clock: server.cpuMilliseconds },
    )
    const timing = { ours: ofOneCall(ours), floor: ofOneCall(floor), atMost }
    return [ratioRow(`processor time of the server: ${what}, beside GET /v1/users/info`, timing)]
  }

const ofOneCall = ({ median, least }: { median: number; least: number }) => ({
  median: median / CALLS,
  least: least / CALLS,
})

const filled = new WeakMap<pg.Client, Promise<{ client: BenchClient; tenant: BenchTenant }>>()

function filledTenant({ database, open }: Bench) {
  const known = filled.get(database) ?? fill()
  filled.set(database, known)
  return known
  async function fill() {
    const opened = await open()
    await database.query(FILL_PROFILES, [opened.tenant.tenantUid, 10_000])
    await database.query(FILL_CATALOGUE, [opened.tenant.tenantUid, opened.tenant.registryUid, 100_000, 100])
    await database.query('ANALYZE')
    return opened
  }
}

const inputs =
  ({ registryUid }: BenchTenant) =>
  (name: string) =>
    createProfileInput({ layers: LAYERS, name, registryUid })

const imported = ({ client }: { client: BenchClient }) => client.importProfile(freshFiles(LAYERS, 1)[0] ?? '')

export const calls: Readonly<Record<string, Case>> = {
  'call-read': calling('reading a profile of 20 layers', 2.5, async (given) => {
    const uid = await imported(given)
    return () => given.client.readProfile(uid)
  }),
  'call-export': calling('exporting one', 3, async (given) => {
    const uid = await imported(given)
    return () => given.client.exportProfile(uid)
  }),
  'call-list': calling(
    'listing 50 profiles',
    3,
    async ({ client }) =>
      () =>
        client.list(),
  ),
  'call-search': calling(
    'searching packs',
    2,
    async ({ client }) =>
      (index) =>
        client.searchPacks(`other-${index % 1_000}`),
  ),
  'call-create': calling('creating a profile of 20 layers', 8, async ({ client, tenant }) => {
    const inputOf = inputs(tenant)
    return (index) => client.createProfile(inputOf(`new ${index}`))
  }),
  'call-update': calling('updating one', 8, async ({ client, tenant }) => {
    const inputOf = inputs(tenant)
    const mine = await Promise.all(Array.from({ length: CONNECTIONS }, (_none, at) => client.createProfile(inputOf(`mine ${at}`)))) // prettier-ignore
    return (index) => client.updateProfile(mine[index % CONNECTIONS] ?? '', inputOf(`mine ${index % CONNECTIONS}`))
  }),
  'call-update-one': calling('updating one layer of 20', 8, async ({ client, tenant }) => {
    const bodies = Array.from({ length: CONNECTIONS }, (_none, at) => inputs(tenant)(`one ${at}`))
    const mine = await Promise.all(bodies.map((body) => client.createProfile(body)))
    return (index) => {
      const at = index % CONNECTIONS
      return client.updateProfile(mine[at] ?? '', withOtherLayer(bodies[at] ?? '', index))
    }
  }),
}
