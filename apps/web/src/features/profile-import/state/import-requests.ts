import { type Connection, type ImportUpload, importProfileFile, type Result, validateImport } from '@waybill/api-client'
import type { ImportDecisionsBody, ImportPlanBody } from '@waybill/api-contract'
import type { Upload } from './import-stage.ts'

function uploadOf({ source, reading }: Upload, decisions: ImportDecisionsBody): ImportUpload {
  return {
    file: source.original ?? new Blob([source.text], { type: 'application/octet-stream' }),
    fileName: source.fileName,
    format: reading.state === 'reading' ? 'json' : reading.format,
    decisions,
  }
}

export interface PlanRequest {
  connection: Connection
  upload: Upload
  decisions: ImportDecisionsBody
  signal: AbortSignal
}

/** The server's plan for a file and what was decided about it; writes nothing. */
export async function requestPlan({
  connection,
  upload,
  decisions,
  signal,
}: PlanRequest): Promise<Result<ImportPlanBody>> {
  const result = await validateImport(connection, uploadOf(upload, decisions), signal)
  return result.ok ? { ok: true, value: result.value.plan } : result
}

/** Imports by the plan that was confirmed; another plan is refused. */
export function requestImport(
  connection: Connection,
  upload: Upload,
  confirmed: { decisions: ImportDecisionsBody; plan: ImportPlanBody },
): Promise<Result<{ uid: string }>> {
  const decisions = { ...confirmed.decisions, planDigest: confirmed.plan.digest }
  return importProfileFile(connection, uploadOf(upload, decisions))
}
