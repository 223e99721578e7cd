import fc from 'fast-check'
import type { ApiRequest } from '../api-request.ts'
import { HOSTILE_HEADERS, HOSTILE_QUERY_VALUES, HOSTILE_SEGMENTS } from './hostile-values.ts'
import { mutatedBody } from './mutate-body.ts'
import type { Operation } from '../../openapi/read-operations.ts'

const QUERY_NAMES = ['projectUid', 'unknown', '__proto__', 'constructor', 'limit', 'filters', '', 'a%00']
const HEADER_NAMES = [
  'projectuid',
  'idempotency-key',
  'content-encoding',
  'accept',
  'accept-language',
  'x-forwarded-for',
]

/** Requests that differ from the given one in one part. */
export function mutatedRequest(operation: Operation, request: ApiRequest): fc.Arbitrary<ApiRequest> {
  const parts = [
    ...(Object.keys(request.path).length > 0 ? [{ weight: 2, arbitrary: mutatedPath(request) }] : []),
    { weight: namesOf(operation, 'query').length > 0 ? 4 : 1, arbitrary: mutatedQuery(operation, request) },
    { weight: 1, arbitrary: mutatedHeaders(operation, request) },
    {
      weight: request.body.kind === 'none' ? 1 : 10,
      arbitrary: mutatedBody(request.body).map((body) => ({ ...request, body })),
    },
  ]
  return fc.oneof(...parts)
}

const namesOf = ({ parameters }: Operation, place: 'query' | 'header') =>
  parameters.filter((one) => one.in === place).map(({ name }) => name)

function mutatedPath(request: ApiRequest): fc.Arbitrary<ApiRequest> {
  return fc
    .tuple(fc.constantFrom(...Object.keys(request.path)), fc.constantFrom(...HOSTILE_SEGMENTS))
    .map(([name, value]) => ({ ...request, path: { ...request.path, [name]: value } }))
}

/** Changes or repeats a query parameter, either one that the operation knows or another. */
function mutatedQuery(operation: Operation, request: ApiRequest): fc.Arbitrary<ApiRequest> {
  const known = namesOf(operation, 'query')
  const names = fc.oneof(...(known.length > 0 ? [{ weight: 4, arbitrary: fc.constantFrom(...known) }] : []), {
    weight: 1,
    arbitrary: fc.constantFrom(...QUERY_NAMES),
  })
  return fc
    .record({
      name: names,
      suffix: fc.constantFrom('', '', '', '', '[]', '[a]', '%5B0%5D'),
      value: fc.constantFrom(...HOSTILE_QUERY_VALUES),
      isBeside: fc.boolean(),
    })
    .map(({ name, suffix, value, isBeside }) => ({
      ...request,
      query: [...request.query.filter((one) => isBeside || one[0] !== name), [`${name}${suffix}`, value]],
    }))
}

function mutatedHeaders(operation: Operation, request: ApiRequest): fc.Arbitrary<ApiRequest> {
  const known = namesOf(operation, 'header').map((name) => name.toLowerCase())
  return fc
    .tuple(fc.constantFrom(...new Set([...known, ...HEADER_NAMES])), fc.constantFrom(...HOSTILE_HEADERS))
    .map(([name, value]) => ({ ...request, headers: { ...request.headers, [name]: value } }))
}
