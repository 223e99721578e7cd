import { api, type ApiError } from '@waybill/api-client'
import type { SecretMarksInput } from '@waybill/api-contract'
import { useCallback } from 'react'
import { connectionOf } from '../http/connection.ts'
import { useScope } from '../session/scope-context.ts'

type MarkInput = SecretMarksInput['marks'][number]

/** A user's verdict on a place; null removes it. */
export type SecretVerdict = MarkInput['verdict']

/** The place of a mark: a path in the values of a layer, or in one of its manifests. */
export type MarkPlace = Omit<MarkInput, 'verdict'>

/** Stores a verdict on a place of a profile; returns the error, or null. */
export function useSecretMarks(uid: string): (place: MarkPlace, verdict: SecretVerdict) => Promise<ApiError | null> {
  const scope = useScope()
  return useCallback(
    async (place, verdict) => {
      const result = await api.secretDecisions.putMarks(connectionOf(scope), {
        params: { uid },
        body: { marks: [{ ...place, verdict }] },
      })
      return result.ok ? null : result.error
    },
    [scope, uid],
  )
}

/** What was stored, in one sentence. */
export function markedText(name: string, verdict: SecretVerdict): string {
  if (verdict === 'secret') return `${name} is marked as secret and masked from now on.`
  if (verdict === 'harmless') return `${name} is remembered as no secret.`
  return `${name} is no longer marked.`
}
