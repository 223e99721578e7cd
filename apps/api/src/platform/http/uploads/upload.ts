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

/** An uploaded file, in whatever form it was sent, and the caller's decisions about it. */
export interface Upload extends KeptFile {
  /** JSON text of the multipart part `decisions`; absent if the body was JSON, which contains the decisions itself. */
  decisions: string | undefined
}

const FILE_PART = 'importFile'
const DECISIONS_PART = 'decisions'
const DIGEST_PART = 'fileDigest'
const MAXIMUM_FILE_NAME = 255

const uploads = new WeakMap<FastifyRequest, Promise<Upload>>()

/**
 * Reads a request's one file, once however often it is called: the multipart part `importFile`, the part `fileDigest`
 * for a file that was validated before, or the JSON body itself.
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

/** The parser reports these as too large, but there are too many parts: only one file and its fields are allowed. */
const TOO_MANY: ReadonlySet<unknown> = new Set(['FST_FILES_LIMIT', 'FST_PARTS_LIMIT', 'FST_FIELDS_LIMIT'])

/** The parsers' own errors have no status: a missing boundary, an unfinished part, a client that went away. */
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

/** Reads a form that was sent as JSON, by a client that labels every request so. */
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

/**
 * Only shown and stored for people: the last path segment, without characters that break a line or reverse its
 * direction.
 */
function cleanFileName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? ''
  return last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').slice(0, MAXIMUM_FILE_NAME)
}
