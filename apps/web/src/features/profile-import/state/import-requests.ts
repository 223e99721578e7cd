import { api, type ApiError, type Connection, importForm, type ImportUpload, type Result } from '@waybill/api-client'
import type { ImportDecisionsBody, ImportPlanBody } from '@waybill/api-contract'
import type { ImportSource, Upload } from './import-stage.ts'

/** The digest under which the server keeps each file. If the server no longer has it, the file is sent again. */
const held = new WeakMap<ImportSource, string>()

interface Sending<T> {
  upload: Upload
  decisions: ImportDecisionsBody
  send: (upload: ImportUpload) => Promise<Result<T>>
}

/** Sends the file only if the server does not have it: it may be large, and there are many decisions. */
async function sendOnce<T>({ upload, decisions, send }: Sending<T>): Promise<Result<T>> {
  const { source, reading } = upload
  const file = source.original ?? new Blob([source.text], { type: 'application/octet-stream' })
  const format = reading.state === 'reading' ? 'json' : reading.format
  const rest = { fileName: source.fileName, format, decisions } as const
  const digest = held.get(source)
  if (digest !== undefined) {
    const result = await send({ file: { digest }, ...rest })
    if (result.ok || !isNotHeld(result.error)) return result
    held.delete(source)
  }
  return send({ file, ...rest })
}

const isNotHeld = (error: ApiError) => error.kind === 'refusal' && error.code === 'UploadNotKept'

export interface PlanRequest {
  connection: Connection
  upload: Upload
  decisions: ImportDecisionsBody
  signal: AbortSignal
}

/** The server's plan for a file and the decisions; writes nothing. */
export async function requestPlan({
  connection,
  upload,
  decisions,
  signal,
}: PlanRequest): Promise<Result<ImportPlanBody>> {
  const send = (request: ImportUpload) => api.imports.validate(connection, { ...importForm(request), signal })
  const result = await sendOnce({ upload, decisions, send })
  if (!result.ok) return result
  held.set(upload.source, result.value.plan.fileDigest)
  return { ok: true, value: result.value.plan }
}

/** Imports according to the confirmed plan; if the plan has changed, the server refuses. */
export function requestImport(
  connection: Connection,
  upload: Upload,
  confirmed: { decisions: ImportDecisionsBody; plan: ImportPlanBody },
): Promise<Result<{ uid: string }>> {
  const decisions = { ...confirmed.decisions, planDigest: confirmed.plan.digest }
  return sendOnce({ upload, decisions, send: (request) => api.imports.file(connection, importForm(request)) })
}
