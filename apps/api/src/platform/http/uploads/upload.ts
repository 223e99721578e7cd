import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../errors/app-error.ts'
import { boundaryIn, readForm } from './mislabelled-form.ts'
import { watchPartHeaders } from './part-headers.ts'

/** A file as it came, whichever way, and what the caller decided beside it. */
export interface Upload {
  bytes: Uint8Array
  /** As the client says; for people only, never a path. */
  fileName: string
  /** JSON text of the multipart part `decisions`; absent when the body was JSON itself, which carries them inside. */
  decisions: string | undefined
}

const FILE_PART = 'importFile'
const DECISIONS_PART = 'decisions'
const MAXIMUM_FILE_NAME = 255

const uploads = new WeakMap<FastifyRequest, Promise<Upload>>()

/**
 * Reads the one file of a request, once however often it is asked for: part `importFile` of a multipart body, or a JSON body as it
 * stands (contract §c).
 */
export function readUpload(request: FastifyRequest): Promise<Upload> {
  const upload = uploads.get(request) ?? read(request)
  uploads.set(request, upload)
  return upload
}

async function read(request: FastifyRequest): Promise<Upload> {
  if (request.headers['content-encoding'] !== undefined && request.headers['content-encoding'] !== 'identity') {
    throw new AppError('UnsupportedMedia')
  }
  if (request.isMultipart()) return orBadRequest(readParts(request))
  const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array()
  const boundary = boundaryIn(bytes)
  if (boundary !== undefined) return orBadRequest(readMislabelled(bytes, boundary))
  return { bytes, fileName: '', decisions: undefined }
}

/** The parsers' own errors carry no status: a boundary that is missing, a part that never ends, a client that went away. */
async function orBadRequest(upload: Promise<Upload>): Promise<Upload> {
  try {
    return await upload
  } catch (cause) {
    throw cause instanceof Error && !('statusCode' in cause) && !(cause instanceof AppError)
      ? new AppError('BadRequest', { cause })
      : cause
  }
}

async function readParts(request: FastifyRequest): Promise<Upload> {
  const headers = watchPartHeaders(boundaryOf(request.headers['content-type'] ?? ''))
  request.raw.on('data', headers.see)
  let file: Pick<Upload, 'bytes' | 'fileName'> | undefined
  let decisions: string | undefined
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { bytes: await readFile(part), fileName: cleanFileName(part.filename) }
    else if (part.fieldname === DECISIONS_PART && typeof part.value === 'string') decisions = part.value
  }
  headers.check()
  return required(file, decisions)
}

const boundaryOf = (contentType: string) => {
  const [, quoted, plain] = /boundary=(?:"([^"]*)"|([^;\s]*))/i.exec(contentType) ?? []
  return quoted ?? plain ?? ''
}

async function readFile(part: MultipartFile): Promise<Uint8Array> {
  if (part.fieldname !== FILE_PART) {
    part.file.resume()
    throw otherPart()
  }
  return part.toBuffer()
}

/** A form that says it is JSON, as a client sends that labels all that it sends (clients.md §3). */
async function readMislabelled(bytes: Uint8Array, boundary: string): Promise<Upload> {
  const headers = watchPartHeaders(boundary)
  headers.see(bytes)
  headers.check()
  let file: Pick<Upload, 'bytes' | 'fileName'> | undefined
  let decisions: string | undefined
  for (const [name, value] of await readForm(bytes, boundary)) {
    if (typeof value === 'string') {
      if (name === DECISIONS_PART) decisions = value
    } else if (name !== FILE_PART || file) throw otherPart()
    else file = { bytes: await value.bytes(), fileName: cleanFileName(value.name) }
  }
  return required(file, decisions)
}

const otherPart = () => new AppError('BadRequest', { params: { expected: `one multipart part ${FILE_PART}` } })

function required(file: Pick<Upload, 'bytes' | 'fileName'> | undefined, decisions: string | undefined): Upload {
  if (file === undefined) throw new AppError('BadRequest', { params: { missing: `multipart part ${FILE_PART}` } })
  return { ...file, decisions }
}

/** Only shown and kept for people: the last segment, without what could break a line or turn one around. */
function cleanFileName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? ''
  return last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').slice(0, MAXIMUM_FILE_NAME)
}
