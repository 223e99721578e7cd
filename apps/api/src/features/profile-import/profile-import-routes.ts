import { importDecisionsSchema, type importQuerySchema, type ImportDecisionsBody } from '@waybill/api-contract'
import { operations } from '@waybill/api-contract/operations'
import type { ImportDecisions } from '@waybill/profile-format'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { AppError } from '../../platform/errors/app-error.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { refusalOf } from '../../platform/errors/document-refusal.ts'
import { useCasesWith } from '../../platform/use-case.ts'
import { getProfileHead } from '../profiles/index.ts'
import { registerDocumentBody } from '../../platform/http/uploads/document-body.ts'
import { listImportRecords } from './import-record-repository.ts'
import { readUpload, type Upload } from '../../platform/http/uploads/upload.ts'
import { route, type PlatformRoutes } from '../../platform/http/route.ts'
import { recordBody } from './profile-import-presenter.ts'
import { applyImport, validateImport, type ImportRequest, type ImportResult } from './profile-import-service.ts'

type ImportQuery = z.infer<typeof importQuerySchema>
type UploadRequest = FastifyRequest<{ Querystring: ImportQuery }>

export const profileImportRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)
  registerDocumentBody(app)
  route(app, operations.imports.validate, async (request, reply) => {
    const asked = await importRequest(request)
    const result = await validateImport(use(request), asked)
    if (result.kind === 'unreadable') throw refusalOf(result.problems)
    app.keptUploads.keep(request.caller, result.fileDigest, asked.file)
    return reply.type('application/json; charset=utf-8').send(result.answer)
  })
  for (const importing of [operations.imports.document, operations.imports.file]) {
    route(app, importing, async (request, reply) =>
      imported(reply, await applyImport(use(request), await importRequest(request))),
    )
  }
  route(app, operations.profiles.listImports, async (request) => {
    const { uid } = await getProfileHead(use(request), request.params.uid)
    return { items: (await listImportRecords(request.tenantDb, uid)).map(recordBody) }
  })
}

function imported(reply: FastifyReply, result: ImportResult) {
  if (result.kind === 'refused') throw refusalOf(result.problems)
  if (result.kind === 'stale') throw new AppError('ImportPlanStale')
  sendAuditUid(reply, result.auditUid)
  return { uid: result.uid }
}

async function importRequest(request: UploadRequest): Promise<ImportRequest> {
  const upload = await readUpload(request)
  const { publish, format, maskedValues } = request.query
  const decisions = upload.decisions === undefined ? undefined : parseDecisions(jsonOf(upload.decisions))
  return {
    file: { bytes: upload.bytes, fileName: upload.fileName, format: formatOf(upload, format) },
    decisions,
    parseDecisions,
    planDigest: decisions?.planDigest,
    publish: publish === 'true',
    leaveMasksEmpty: maskedValues === 'leave-empty',
  }
}

/** JSON unless the caller says otherwise; detecting the format is for people, who drop files without naming one. */
const formatOf = (upload: Upload, format: ImportQuery['format']) =>
  format ?? (upload.decisions === undefined ? 'json' : 'auto')

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('InvalidRequest', { params: { part: 'decisions' }, cause })
  }
}

function parseDecisions(given: unknown): ImportDecisions & { planDigest?: string | undefined } {
  const parsed = importDecisionsSchema.safeParse(given)
  if (!parsed.success)
    throw new AppError('InvalidRequest', { params: { part: 'decisions', at: placeOf(parsed.error) } })
  return definedOnly(parsed.data)
}

const placeOf = (error: z.ZodError) => error.issues[0]?.path.join('.') ?? ''

/** zod keeps keys whose value is `undefined`; the domain knows only present and absent. */
function definedOnly(body: ImportDecisionsBody): ImportDecisions & { planDigest?: string | undefined } {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as ImportDecisions
}
