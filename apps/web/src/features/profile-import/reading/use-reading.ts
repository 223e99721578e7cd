import { useEffect } from 'react'
import { awaitAnswer, CHECK_PAUSE_MS } from '../../../shared/http/use-answer.ts'
import { useImport, useImportStore } from '../state/import-store.ts'
import { readSource } from './read-source.ts'

/** Reads the uploaded source, and reads it again after each edit. */
export function useReading(): void {
  const store = useImportStore()
  const source = useImport(({ stage }) =>
    stage.step === 'upload-file' && stage.upload?.reading.state === 'reading' ? stage.upload.source : null,
  )
  useEffect(() => {
    if (source === null) return
    return awaitAnswer(
      (signal) => readSource(source, signal),
      (outcome) => outcome && store.getState().finishReading(source, outcome),
      source.original ? 0 : CHECK_PAUSE_MS,
    )
  }, [store, source])
}
