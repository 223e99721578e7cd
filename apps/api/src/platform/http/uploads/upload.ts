import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../../errors/app-error.ts'
import { boundaryIn, readForm } from './mislabelled-form.ts'
import type { KeptFile, KeptUploads } from './kept-uploads.ts'
import { watchPartHeaders } from './part-headers.ts'

declare module 'fastify' {
  interface FastifyInstance {
    readonly keptUploads: KeptUploads
  }
}

/** A file as it came, whichever way, and what the caller decided beside it. */
export interface Upload extends KeptFile {
  /** JSON text of the multipart part `decisions`; absent when the body was JSON itself, which carries them inside. */
  decisions: string | undefined
}

const FILE_PART = 'importFile'
const DECISIONS_PART = 'decisions'
const DIGEST_PART = 'fileDigest'
const MAXIMUM_FILE_NAME = 255

const uploads = new WeakMap<FastifyRequest, Promise<Upload>>()

/**
 * Reads the one file of a request, once however often it is asked for: part `importFile` of a multipart body, part `fileDigest` for a
 * file that was validated before, or a JSON body as it stands.
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
  if (boundary !== undefined) return orBadRequest(readMislabelled(request, { bytes, boundary }))
  return { bytes, fileName: '', decisions: undefined }
}

/** What the parser calls too large is too many: one file, and what goes with it. */
const TOO_MANY: ReadonlySet<unknown> = new Set(['FST_FILES_LIMIT', 'FST_PARTS_LIMIT', 'FST_FIELDS_LIMIT'])

/** The parsers' own errors carry no status: a boundary that is missing, a part that never ends, a client that went away. */
async function orBadRequest(upload: Promise<Upload>): Promise<Upload> {
  try {
    return await upload
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && TOO_MANY.has(cause.code)) throw otherPart(cause)
    throw cause instanceof Error && !('statusCode' in cause) && !(cause instanceof AppError)
      ? new AppError('BadRequest', { cause })
      : cause
  }
}

async function readParts(request: FastifyRequest): Promise<Upload> {
  const headers = watchPartHeaders(boundaryOf(request.headers['content-type'] ?? ''))
  request.raw.on('data', headers.see)
  let file: KeptFile | undefined
  const fields = new Map<string, string>()
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { bytes: await readFile(part), fileName: cleanFileName(part.filename) }
    else if (typeof part.value === 'string') fields.set(part.fieldname, part.value)
  }
  headers.check()
  return uploadOf(request, file, fields)
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

/** A form that says it is JSON, as a client sends that labels all that it sends. */
async function readMislabelled(
  request: FastifyRequest,
  { bytes, boundary }: { bytes: Uint8Array; boundary: string },
): Promise<Upload> {
  const headers = watchPartHeaders(boundary)
  headers.see(bytes)
  headers.check()
  let file: KeptFile | undefined
  const fields = new Map<string, string>()
  for (const [name, value] of await readForm(bytes, boundary)) {
    if (typeof value === 'string') fields.set(name, value)
    else if (name !== FILE_PART || file) throw otherPart()
    else file = { bytes: await value.bytes(), fileName: cleanFileName(value.name) }
  }
  return uploadOf(request, file, fields)
}

const otherPart = (cause?: unknown) =>
  new AppError('BadRequest', { params: { expected: `one multipart part ${FILE_PART}` }, cause })

function uploadOf(
  { server, caller }: FastifyRequest,
  file: KeptFile | undefined,
  fields: ReadonlyMap<string, string>,
): Upload {
  const decisions = fields.get(DECISIONS_PART)
  if (file) return { ...file, decisions }
  const digest = fields.get(DIGEST_PART)
  if (digest === undefined) throw new AppError('BadRequest', { params: { missing: `multipart part ${FILE_PART}` } })
  return { ...server.keptUploads.get(caller, digest), decisions }
}

/** Only shown and kept for people: the last segment, without what could break a line or turn one around. */
function cleanFileName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? ''
  return last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').slice(0, MAXIMUM_FILE_NAME)
}
