import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { PALETTE_OPERATIONS } from './platform/openapi/palette-operations.ts'
import { createAnswerCheck } from './testing/openapi-requests/answer-faults.ts'
import { toSent, type ApiRequest } from './testing/openapi-requests/api-request.ts'
import { knownValues } from './testing/openapi-requests/valid/known-values.ts'
import { mutatedRequest } from './testing/openapi-requests/spoilt/mutate-request.ts'
import { prepareWorld } from './testing/openapi-requests/prepare-world.ts'
import { readOperations, type Operation } from './testing/openapi/read-operations.ts'
import { requestArbitrary } from './testing/openapi-requests/valid/request-arbitrary.ts'
import { createTrial } from './testing/openapi-requests/try-request.ts'

/**
 * The same requests each time, so that a failure is due to a change; PROPERTY_RUNS=500 PROPERTY_SEED=1 tries others,
 * and more.
 */
const { PROPERTY_RUNS = '5', PROPERTY_SEED = '20261122' } = process.env
const seed = Number(PROPERTY_SEED)
const runs = Number(PROPERTY_RUNS)
/** How many valid requests may be refused, for reasons that no schema states, before one has to succeed. */
const TRIES = 300
const LONGEST_MS = 300_000 + runs * 5_000

/** Succeeds only for a browser that comes back from a provider. */
const OF_BROWSERS = 'v1ConsoleSessionSsoPost'
const REFUSED = new Set([
  OF_BROWSERS,
  ...PALETTE_OPERATIONS.filter(({ refusal }) => refusal).map(({ operationId }) => operationId),
])

const world = await prepareWorld()
afterAll(() => world.close())
const document: unknown = (await world.app.inject('/v1/openapi.json')).json()
const { operations, components } = readOperations(document)
const context = { schemas: components.schemas, known: knownValues(world) }
const trial = createTrial(world, createAnswerCheck(components, world.secrets), operations)

describe('whatever is sent to', () => {
  it.each(operations)(
    '$method $path is answered as documented, and leaves nothing half-written',
    async (operation) => {
      const valid = requestArbitrary(operation, context)
      const succeeded: ApiRequest[] = []
      await holds(operation, valid, { numRuns: runs, note: (request) => succeeded.push(request) })
      if (!REFUSED.has(operation.id)) await untilOneSucceeds(operation, valid, succeeded)
      expect(succeeded.length > 0, 'succeeded').toBe(!REFUSED.has(operation.id))
      const known = succeeded.length > 0 ? [{ weight: 3, arbitrary: fc.constantFrom(...succeeded) }] : []
      const sound = fc.oneof(...known, { weight: 1, arbitrary: valid })
      const mutated = sound.chain((request) => mutatedRequest(operation, request))
      await holds(operation, mutated, { numRuns: 2 * runs })
    },
    LONGEST_MS,
  )
})

interface Run {
  numRuns: number
  /** Called with each request that succeeded. */
  note?: (request: ApiRequest) => void
}

async function holds(operation: Operation, requests: fc.Arbitrary<ApiRequest>, { numRuns, note }: Run) {
  const property = fc.asyncProperty(requests, async (request) => {
    const sent = toSent(operation, request)
    const { answer, faults } = await trial(operation, sent)
    if (answer.status < 400) note?.(request)
    if (faults.length === 0) return
    const said = `${answer.status} ${answer.contentType} ${answer.body}`
    throw new Error([...faults, JSON.stringify(sent).slice(0, 2_000), said.slice(0, 1_000)].join('\n'))
  })
  await fc.assert(property, { seed, numRuns })
}

/** Schemas do not express everything that an operation needs: some valid requests may be refused, but never all. */
async function untilOneSucceeds(operation: Operation, valid: fc.Arbitrary<ApiRequest>, succeeded: ApiRequest[]) {
  for (let tries = 0; tries < TRIES && succeeded.length === 0; tries += 1) {
    const [request] = fc.sample(valid, { numRuns: 1, seed: seed + tries })
    if (!request) continue
    const { answer } = await trial(operation, toSent(operation, request))
    if (answer.status < 400) succeeded.push(request)
  }
}
