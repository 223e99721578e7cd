import { join } from 'node:path'
import { tellWithout } from '@waybill/test-data'
import { Ajv } from 'ajv'
import { beforeAll, describe, expect, it } from 'vitest'
import { shapeOf } from './platform/openapi/operation-id.ts'
import { PALETTE_OPERATIONS } from './platform/openapi/palette-operations.ts'
import { describeCompatibility } from './testing/palette/api-compatibility.ts'
import { answerFaults, bodyFaults } from './testing/openapi/compare-schemas.ts'
import { readOperations, type Content } from './testing/openapi/read-operations.ts'
import { BODY_DEVIATIONS, QUERY_DEVIATIONS, unexplained } from './testing/palette/palette-deviations.ts'
import { paletteSpecifications } from './testing/palette/palette-specification.ts'
import type { PaletteAnswer } from './testing/palette/walk/palette-caller.ts'
import { walkPalette } from './testing/palette/walk/walk-palette.ts'

const COMPATIBILITY = join(import.meta.dirname, '../../../docs/api-compatibility.md')
/** Sends a request to AWS. */
const NOT_CALLED = ['v1EcrRegistriesValidate']

const claimed = PALETTE_OPERATIONS.filter(({ refusal }) => refusal === undefined)
const refused = PALETTE_OPERATIONS.filter(({ refusal }) => refusal !== undefined)
const specifications = paletteSpecifications()

let answers: readonly PaletteAnswer[]
let document: ReturnType<typeof readOperations>
beforeAll(async () => {
  const walked = await walkPalette()
  answers = walked.answers
  document = readOperations(walked.document)
})

const statusesOf = (id: string) => [
  ...new Set(answers.filter(({ operationId }) => operationId === id).map(({ status }) => status)),
]
const findOurs = (operation: { method: string; path: string }) => {
  const shape = shapeOf(operation.method, operation.path)
  return document.operations.find(({ method, path }) => shapeOf(method, path) === shape)
}
const resolveOurs = (reference: string) => document.components.schemas[reference.split('/').at(-1) ?? ''] ?? {}
const jsonOf = (found: Content | undefined) => found?.['application/json']?.schema

describe('an operation of Palette', () => {
  it.each(claimed.filter(({ operationId }) => !NOT_CALLED.includes(operationId)))(
    '$operationId answers $success when it is called as clients do',
    ({ operationId, success }) => expect(statusesOf(operationId)).toEqual([success]),
  )

  it.each(claimed)('$operationId declares only $success as success', (operation) => {
    const declared = [...(findOurs(operation)?.responses.keys() ?? [])].filter((status) => status < 400)
    expect(declared).toEqual([operation.success])
  })

  it.each(refused)('$operationId is refused with $refusal.code', ({ operationId, refusal }) => {
    const answer = answers.find((one) => one.operationId === operationId)
    expect(answer?.json()['code']).toBe(refusal?.code)
  })

  it('is missing for no client', () => {
    const missing = claimed.filter((operation) => operation.isClientNeeded && !findOurs(operation))
    expect(missing).toEqual([])
  })
})

tellWithout('contract/palette-subset.openapi.json')

describe.each(specifications)('Palette, by $source,', ({ definitions, operations, isWhole }) => {
  const resolveTheirs = (reference: string) => definitions[reference.split('/').at(-1) ?? ''] ?? {}
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })

  it('has the operations of our list, and no others', () => {
    const line = (one: { method: string; path: string; operationId: string; success: number }) =>
      `${shapeOf(one.method, one.path)} ${one.operationId} ${one.success}`
    const [ours, theirs] = [PALETTE_OPERATIONS.map(line).sort(), operations.map(line).sort()]
    const told = isWhole ? ours : ours.filter((operation) => theirs.includes(operation))
    expect(told).toEqual(theirs)
  })

  it.each(operations.filter(({ answer }) => answer !== undefined))(
    'allows the response of $operationId',
    ({ operationId, success, answer, ...place }) => {
      const mine = jsonOf(findOurs(place)?.responses.get(success))
      const ours = { schema: mine ?? {}, resolve: resolveOurs }
      const theirs = { schema: answer ?? {}, resolve: resolveTheirs }
      expect(answerFaults({ ours, theirs, path: operationId })).toEqual([])
      const validate = ajv.compile({ ...answer, definitions })
      for (const given of answers.filter((one) => one.operationId === operationId && one.status === success)) {
        if (!given.contentType.startsWith('application/json')) continue
        validate(given.json())
        expect(validate.errors ?? []).toEqual([])
      }
    },
  )

  it('allows no field of a body that is refused or ignored here without a reason', () => {
    const faults = operations.flatMap(({ operationId, body, ...place }) => {
      const mine = jsonOf(findOurs(place)?.body)
      if (!mine || !body) return []
      const ours = { schema: mine, resolve: resolveOurs }
      return bodyFaults({ ours, theirs: { schema: body, resolve: resolveTheirs }, path: operationId })
    })
    const { places, stale } = unexplained(faults, BODY_DEVIATIONS)
    expect({ places, stale: isWhole ? stale : [] }).toEqual({ places: [], stale: [] })
  })

  it('knows no query parameter that is ignored here without a reason', () => {
    const faults = operations.flatMap(({ operationId, parameters, ...place }) => {
      const known = findOurs(place)?.parameters.map(({ name }) => name)
      return parameters
        .filter((parameter) => parameter.in === 'query' && known && !known.includes(parameter.name))
        .map(({ name }) => `${operationId} ${name}`)
    })
    const { places, stale } = unexplained(faults, QUERY_DEVIATIONS)
    expect({ places, stale: isWhole ? stale : [] }).toEqual({ places: [], stale: [] })
  })
})

describe('docs/api-compatibility.md', () => {
  it('lists the existing operations and those that a test has called successfully', async () => {
    const present = claimed.filter((operation) => findOurs(operation)?.responses.has(operation.success))
    const answered = claimed.filter(({ operationId, success }) => statusesOf(operationId).join() === String(success))
    const idsOf = (found: typeof claimed) => new Set(found.map(({ operationId }) => operationId))
    const text = describeCompatibility({ present: idsOf(present), answered: idsOf(answered) })
    await expect(text).toMatchFileSnapshot(COMPATIBILITY)
  })
})
