import { type ApiError, exportAudits } from '@waybill/api-client'
import type { AuditFilter } from '@waybill/api-contract'
import { useEffect, useRef, useState } from 'react'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { saveFile } from '../../../shared/ui/files/save-file.ts'

export type AuditFormat = 'csv' | 'jsonl'

type Export =
  | { kind: 'choosing' }
  | { kind: 'running'; events: number; total: number }
  | { kind: 'refused'; error: ApiError }
  | { kind: 'done'; events: number }

/** Reads the events into a file, and stops when the dialog is closed. */
export function useAuditExport(filter: Partial<AuditFilter>) {
  const connection = useConnection()
  const [state, setState] = useState<Export>({ kind: 'choosing' })
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const start = async (format: AuditFormat) => {
    const { signal } = (running.current = new AbortController())
    let events = 0
    setState({ kind: 'running', events, total: 0 })
    const onProgress = (read: number, total: number) => {
      events = read
      if (!signal.aborted) setState({ kind: 'running', events, total })
    }
    const file = await exportAudits(connection, { filter, format, onProgress, signal })
    if (signal.aborted) return
    if (!file.ok) return setState({ kind: 'refused', error: file.error })
    saveFile(file.value)
    setState({ kind: 'done', events })
  }
  return { state, start }
}
