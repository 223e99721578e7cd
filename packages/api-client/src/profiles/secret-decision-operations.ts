import type { SecretMarksInput, SecretRuleInput } from '@waybill/api-contract'
import { call } from '../call.ts'
import type { Connection } from '../connection.ts'

/** Remembers what is said of places of a profile, for all its versions. Refusals: `SecretPlaceUnknown`, `SecretPlaceFixed`. */
export const putSecretMarks = (connection: Connection, uid: string, body: SecretMarksInput) =>
  call(connection, 'PUT /v1/clusterprofiles/{uid}/secrets/marks', { params: { uid }, body })

/** Rules of the tenant for places in the values of packs. */
export const listSecretRules = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/secretrules', { signal })

/** Always masks a place in the values of a pack, or never. Refusal: `SecretRuleExists`. */
export const addSecretRule = (connection: Connection, body: SecretRuleInput) =>
  call(connection, 'POST /v1/console/secretrules', { body })

/** Takes a rule back. */
export const deleteSecretRule = (connection: Connection, uid: string) =>
  call(connection, 'DELETE /v1/console/secretrules/{uid}', { params: { uid } })
