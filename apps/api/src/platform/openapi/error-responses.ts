import { ERRORS } from '@waybill/api-contract'

const errorContent = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } }
const retryAfter = { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } }

/** One response a status, which names the codes that it carries: every operation refers to them. */
export function errorResponses(): Record<string, object> {
  const statuses = [...new Set(Object.values(ERRORS).map(({ status }) => status))]
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: `One of: ${codesOf(status).join(', ')}`,
        ...((status === 429 || status === 503) && { headers: retryAfter }),
        content: errorContent,
      },
    ]),
  )
}

const codesOf = (status: number) =>
  Object.entries(ERRORS)
    .filter(([, error]) => error.status === status)
    .map(([code]) => code)
