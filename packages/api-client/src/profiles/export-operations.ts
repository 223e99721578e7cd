import { call, requestOf } from '../call.ts'
import { send, type Connection } from '../connection.ts'
import { fileNameFromDisposition } from '../file-name.ts'
import type { Result } from '../result.ts'

/** An exported document as it came, byte for byte. */
export interface ExportedFile {
  /** As the server names it; safe for a file system. */
  fileName: string
  content: Blob
}

export interface ExportChoice {
  uid: string
  format: 'json' | 'yaml'
  /** JSON with line breaks, for people. */
  pretty?: boolean
  /** Ids of suspected secrets to leave in clear, out of `previewExport`. */
  unmask: readonly string[]
}

/** The file that an export would save, and what was found in it. Never a value that is masked. */
export const previewExport = (connection: Connection, choice: ExportChoice, signal?: AbortSignal) =>
  call(connection, 'POST /v1/clusterprofiles/{uid}/export/preview', { ...sentOf(choice), signal })

/** As a body: many ids are longer than an address may be. */
const sentOf = ({ uid, unmask, ...how }: ExportChoice) => ({ params: { uid }, body: { ...how, unmask: [...unmask] } })

/** Downloads a profile as a document with its secrets masked. Refusal: `ExportUnmaskable`. */
export function exportProfile(connection: Connection, choice: ExportChoice): Promise<Result<ExportedFile>> {
  const request = requestOf('POST /v1/clusterprofiles/{uid}/export', sentOf(choice))
  return send(connection, request, async (response) => ({
    fileName: fileNameFromDisposition(response.headers.get('content-disposition')) ?? `profile.${choice.format}`,
    content: await response.blob(),
  }))
}

/** The profile as Terraform configuration, HCL or Terraform's JSON; secrets become input variables. Refusal: `ExportUnmaskable`. */
export function exportTerraform(
  connection: Connection,
  { uid, format }: { uid: string; format: 'hcl' | 'json' },
  signal?: AbortSignal,
): Promise<Result<ExportedFile>> {
  const query = { format: format === 'hcl' ? ('yaml' as const) : format }
  const request = requestOf('GET /v1/clusterprofiles/{uid}/export/terraform', { params: { uid }, query, signal })
  return send(connection, request, async (response) => ({
    fileName: fileNameFromDisposition(response.headers.get('content-disposition')) ?? 'profile.tf',
    content: await response.blob(),
  }))
}
