import { ERRORS, type ErrorBody, type ErrorCode } from '@waybill/api-contract'

// Object.keys loses the key type.
const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[]
const retryAfter = { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } }

/** One shared response per status, listing its error codes, for all operations to refer to. */
export function errorResponses(): Record<string, object> {
  const statuses = [...new Set(Object.values(ERRORS).map(({ status }) => status))]
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: `One of: ${codesOf(status).join(', ')}`,
        ...([409, 429, 503].includes(status) && { headers: retryAfter }),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' }, example: exampleOf(status) } },
      },
    ]),
  )
}

function exampleOf(status: number): ErrorBody | undefined {
  const [code] = codesOf(status)
  return code && { code, message: ERRORS[code].title, details: [], ref: '79d8f150116123e8537061e2' }
}

const codesOf = (status: number) => ERROR_CODES.filter((code) => ERRORS[code].status === status)
