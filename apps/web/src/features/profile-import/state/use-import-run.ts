import type { Connection } from '@waybill/api-client'
import { useEffect } from 'react'
import { requestImport } from './import-requests.ts'
import { useImport, useImportStore } from './import-store.ts'

/** Sends the import once it is confirmed. */
export function useImportRun(connection: Connection): void {
  const store = useImportStore()
  const isImporting = useImport(({ stage }) => stage.step === 'importing')
  useEffect(() => {
    const { stage, finishImport } = store.getState()
    if (!isImporting || stage.step !== 'importing') return
    const { upload, review, plan } = stage
    void requestImport(connection, upload, { decisions: review.decisions, plan }).then(finishImport)
  }, [store, connection, isImporting])
}
