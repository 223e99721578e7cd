import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../../platform/app-error.ts'

/** A file as it came, whichever way, and what the caller decided beside it. */
export interface Upload {
  bytes: Uint8Array
  /** As the client says; for people only, never a path. */
  fileName: string
  /** JSON text of the multipart part `decisions`; absent when the body was JSON itself, which carries them inside. */
  decisions: string | undefined
}

const FILE_PART = 'importFile'
const MAXIMUM_FILE_NAME = 255

/** Reads the one file of a request: part `importFile` of a multipart body, or a JSON body as it stands (contract §c). */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (request.headers['content-encoding'] !== undefined && request.headers['content-encoding'] !== 'identity') {
    throw new AppError('UnsupportedMedia')
  }
  if (request.isMultipart()) return readMultipart(request)
  return { bytes: bodyBytes(request.body), fileName: '', decisions: undefined }
}

const bodyBytes = (body: unknown): Uint8Array => (body instanceof Uint8Array ? body : new Uint8Array())

async function readMultipart(request: FastifyRequest): Promise<Upload> {
  try {
    return await readParts(request)
  } catch (cause) {
    // The parser's own errors carry no status: a boundary that is missing, a part that never ends, a client that went away.
    throw cause instanceof Error && !('statusCode' in cause) && !(cause instanceof AppError)
      ? new AppError('BadRequest', { cause })
      : cause
  }
}

async function readParts(request: FastifyRequest): Promise<Upload> {
  let file: Pick<Upload, 'bytes' | 'fileName'> | undefined
  let decisions: string | undefined
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { bytes: await readFile(part), fileName: cleanFileName(part.filename) }
    else if (part.fieldname === 'decisions' && typeof part.value === 'string') decisions = part.value
  }
  if (file === undefined) throw new AppError('BadRequest', { params: { missing: `multipart part ${FILE_PART}` } })
  return { ...file, decisions }
}

async function readFile(part: MultipartFile): Promise<Uint8Array> {
  if (part.fieldname !== FILE_PART) {
    part.file.resume()
    throw new AppError('BadRequest', { params: { expected: `multipart part ${FILE_PART}` } })
  }
  return part.toBuffer()
}

/** Only shown and kept for people: the last segment, without what could break a line or turn one around. */
function cleanFileName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? ''
  return last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').slice(0, MAXIMUM_FILE_NAME)
}
