import { api, type Connection } from '@waybill/api-client'
import { useEffect, useState } from 'react'
import { awaitAnswer, CHECK_PAUSE_MS } from '../../../../shared/http/use-answer.ts'

export type NameCheck = 'unknown' | 'checking' | 'free' | 'taken' | 'invalid'

async function askName(connection: Connection, name: { name: string; version: string }, signal: AbortSignal) {
  const result = await api.profiles.validateName(connection, { query: name, signal })
  if (result.ok) return 'free'
  if (result.error.kind === 'network') return 'unknown'
  return result.error.status === 409 ? 'taken' : 'invalid'
}

/** Whether a name and version are free here, checked while typing; null checks nothing. */
export function useNameCheck(connection: Connection, wanted: { name: string; version: string } | null): NameCheck {
  const [answer, setAnswer] = useState<{ name: string; version: string; check: NameCheck } | null>(null)
  const { name = null, version = '' } = wanted ?? {}
  useEffect(() => {
    if (name === null) return
    const ask = (signal: AbortSignal) => askName(connection, { name, version }, signal)
    return awaitAnswer(ask, (check) => setAnswer({ name, version, check }), CHECK_PAUSE_MS)
  }, [connection, name, version])
  return answer?.name === name && answer.version === version ? answer.check : 'checking'
}
