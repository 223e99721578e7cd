import type { Connection } from '@waybill/api-client'
import { useEffect } from 'react'
import { awaitAnswer } from '../../../shared/http/use-answer.ts'
import { requestPlan } from './import-requests.ts'
import type { ImportStage } from './import-stage.ts'
import { useImport, useImportStore } from './import-store.ts'

/** Long enough not to interrupt typing, short enough to feel immediate. */
const PLAN_PAUSE_MS = 350

/** The revision to ask the server about; null if it has answered, or there is nothing to ask. */
function revisionToCheck(stage: ImportStage): number | null {
  if (stage.step === 'upload-file' || stage.step === 'importing' || stage.step === 'imported') return null
  const { revision, plan, failure } = stage.review
  return plan?.revision === revision || failure?.revision === revision ? null : revision
}

/** Keeps the plan up to date: the server validates again after every decision. */
export function usePlanCheck(connection: Connection): void {
  const store = useImportStore()
  const revision = useImport((state) => revisionToCheck(state.stage))
  useEffect(() => {
    if (revision === null) return
    const { stage, finishCheck } = store.getState()
    if (stage.step === 'imported' || !stage.upload) return
    const { upload, review } = stage
    return awaitAnswer(
      (signal) => requestPlan({ connection, upload, decisions: review.decisions, signal }),
      (result) => finishCheck(revision, result),
      review.plan ? PLAN_PAUSE_MS : 0,
    )
  }, [store, connection, revision])
}
