import {
  documentTexts,
  inspectDocument as inspect,
  planImport as plan,
  readDocument as read,
  type ImportPlan,
  type PlanInput,
  type ProfileDocument,
  type ReadOptions,
  type ReadResult,
  type TextInspection,
} from '@waybill/profile-format'
import { scanTexts } from './secret-scanner.ts'

/**
 * The tasks that run off the event loop: one function per name, each taking one payload that can be cloned. Add a task by
 * exporting its function here and naming it in FormatTasks.
 */
export interface FormatTasks {
  ping: typeof ping
  readDocument: typeof readDocument
  planImport: typeof planImport
  inspectDocument: typeof inspectDocument
}

/** Answers what it was given: the pool's own liveness. */
export const ping = (payload: string): string => payload

export const readDocument = ({ bytes, ...options }: ReadOptions & { bytes: Uint8Array }): ReadResult =>
  read(bytes, options)

export const planImport = (input: PlanInput): ImportPlan => plan(input)

interface InspectInput {
  document: ProfileDocument
  /** Pack index → raw schema.yaml. */
  schemas: Readonly<Record<number, string>>
}

/** What is secret, masked or a reference in every text of a document, by text id; suspicions are secretlint's. */
export async function inspectDocument({ document, schemas }: InspectInput): Promise<Map<string, TextInspection>> {
  const texts = documentTexts(document)
  const scan = await scanTexts(texts.map(({ text }) => text))
  const found = await Promise.all(texts.map(async ({ id, text }) => [id, await scan(text)] as const))
  return inspect(document, { schemas, suspicions: Object.fromEntries(found) })
}
