import type { EmptyValuesBody, EmptyValuesInput } from '@waybill/api-contract'
import { call, requestOf } from '../call.ts'
import { type Connection, ifMatch, send } from '../connection.ts'
import type { Result } from '../result.ts'

/** What an import left empty in a profile, with the tag of the state that lacks it. Refusal: `ResourceNotFound`. */
export const listEmptyValues = (
  connection: Connection,
  uid: string,
  signal?: AbortSignal,
): Promise<Result<EmptyValuesBody & { etag: string }>> =>
  send(
    connection,
    { ...requestOf('GET /v1/clusterprofiles/{uid}/emptyValues', { params: { uid } }), signal },
    async (response) => ({
      ...((await response.json()) as EmptyValuesBody),
      etag: response.headers.get('etag') ?? '',
    }),
  )

interface Filling extends EmptyValuesInput {
  uid: string
  etag: string
}

/**
 * Fills values that are empty, all or none. Refusals: `ProfileChanged` where the profile is no longer as `etag` says,
 * `ResourceNotFound` where one of them is not empty any more, and the problems that refuse the change.
 */
export const fillEmptyValues = (connection: Connection, { uid, etag, values }: Filling) =>
  call(ifMatch(connection, etag), 'PUT /v1/clusterprofiles/{uid}/emptyValues', { params: { uid }, body: { values } })
