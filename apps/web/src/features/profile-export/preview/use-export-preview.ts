import { api, type ApiError } from '@waybill/api-client'
import type { ExportPreviewBody } from '@waybill/api-contract'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { awaitAnswer } from '../../../shared/http/use-answer.ts'
import { connectionOf } from '../../../shared/http/connection.ts'
import type { Scope } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { type ExportFormat, formatQuery } from './export-format.ts'

/** The file as it would be saved, with the options it was requested with. */
export interface ShownPreview {
  preview: ExportPreviewBody
  format: ExportFormat
  /** The finding ids to be left in clear. */
  sent: ReadonlySet<string>
}

interface ExportPreview {
  /** Null until the first preview arrives; a preview stays while the next one is loading. */
  shown: ShownPreview | null
  error: ApiError | null
  isLoading: boolean
  reload: () => void
}

interface Asked {
  scope: Scope
  uid: string
  format: ExportFormat
  unmask: ReadonlySet<string>
}

/** Keeps the preview up to date with the choices; outdated requests are aborted. */
export function useExportPreview(uid: string, format: ExportFormat, unmask: ReadonlySet<string>): ExportPreview {
  const scope = useScope()
  const [round, setRound] = useState(0)
  const asked = useMemo<Asked & { round: number }>(
    () => ({ scope, uid, format, unmask, round }),
    [scope, uid, format, unmask, round],
  )
  const [shown, setShown] = useState<ShownPreview | null>(null)
  const [answered, setAnswered] = useState<{ asked: Asked; error: ApiError | null } | null>(null)
  useEffect(() => {
    const take = (result: Awaited<ReturnType<typeof ask>>) => {
      setAnswered({ asked, error: result.ok ? null : result.error })
      if (result.ok) setShown({ preview: result.value, format: asked.format, sent: asked.unmask })
    }
    return awaitAnswer((signal) => ask(asked, signal), take)
  }, [asked])
  const reload = useCallback(() => setRound((before) => before + 1), [])
  return { shown, error: answered?.error ?? null, isLoading: answered?.asked !== asked, reload }
}

function ask({ scope, uid, format, unmask }: Asked, signal: AbortSignal) {
  const body = { ...formatQuery(format), unmask: [...unmask] }
  return api.exports.chosenPreview(connectionOf(scope), { params: { uid }, body, signal })
}
