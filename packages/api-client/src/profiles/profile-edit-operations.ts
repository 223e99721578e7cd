import type { ProfileBody, ProfileInput, ProfileUpdate, ProfileVersionInput } from '@waybill/api-contract'
import type { BodyInputOf, OperationTable } from '@waybill/api-contract/operations'
import { call, requestOf } from '../call.ts'
import { type Connection, ifMatch, send } from '../connection.ts'
import type { Result } from '../result.ts'

/** A profile with the tag of the state it was read in, for `updateProfile`. Refusal: `ResourceNotFound`. */
export const readProfile = (
  connection: Connection,
  uid: string,
  signal?: AbortSignal,
): Promise<Result<{ profile: ProfileBody; etag: string }>> =>
  send(
    connection,
    { ...requestOf('GET /v1/clusterprofiles/{uid}', { params: { uid } }), signal },
    async (response) => ({
      profile: (await response.json()) as ProfileBody,
      etag: response.headers.get('etag') ?? '',
    }),
  )

/** The layers that a change starts from, with the texts of their manifests; secrets are masked for the console. */
export const listEditedLayers = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/clusterprofiles/{uid}/packs/manifests', { params: { uid }, signal })

/** Creates a profile, all of it or nothing; published at once where it is asked for. Refusals: the problems that refuse it. */
export const createProfile = (
  connection: Connection,
  { body, isPublished }: { body: ProfileInput; isPublished: boolean },
) => call(connection, 'POST /v1/clusterprofiles', { query: publishQuery({ isPublished }), body })

interface Change<Body = ProfileUpdate> {
  uid: string
  etag: string
  body: Body
  /** Whether what is written is published with it, or nothing is written; not, where it is absent. */
  isPublished?: boolean
}

const publishQuery = ({ isPublished = false }: { isPublished?: boolean }) =>
  ({ publish: isPublished ? 'true' : 'false' }) as const

/**
 * Changes a profile, all of it or nothing. Masks that were left untouched keep what is stored. Refusals: `ProfileChanged` where it
 * is no longer as `etag` says, `MaskedValues`, and the problems that refuse it.
 */
export const updateProfile = (connection: Connection, { uid, etag, body, ...change }: Change) =>
  call(ifMatch(connection, etag), 'PUT /v1/clusterprofiles/{uid}', {
    params: { uid },
    query: publishQuery(change),
    body,
  })

/** Makes another version out of a profile and a change of it, all of it or nothing. Refusals: those of `updateProfile`. */
export const saveAsVersion = (connection: Connection, { uid, etag, body, ...change }: Change<ProfileVersionInput>) =>
  call(ifMatch(connection, etag), 'POST /v1/clusterprofiles/{uid}/versions', {
    params: { uid },
    query: publishQuery(change),
    body,
  })

/** Makes a draft of another name, version or scope. Refusal: `ClusterProfileAlreadyExists`, `Forbidden`. */
export const cloneProfile = (
  connection: Connection,
  uid: string,
  metadata: BodyInputOf<OperationTable['POST /v1/clusterprofiles/{uid}/clone']>['metadata'],
) => call(connection, 'POST /v1/clusterprofiles/{uid}/clone', { params: { uid }, body: { metadata } })

/** Publishes the draft of a profile. */
export const publishProfile = (connection: Connection, uid: string) =>
  call(connection, 'PATCH /v1/clusterprofiles/{uid}/publish', { params: { uid } })
