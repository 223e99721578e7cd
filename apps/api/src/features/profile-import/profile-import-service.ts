import { isBlocking, planIdentity, withPlaces, type ImportDecisions, type Problem } from '@waybill/profile-format'
import type { FormatWorkers } from '../../format-tasks/format-workers.ts'
import { writeCircumstances, type PlanCircumstances } from '../../format-tasks/import/plan-circumstances.ts'
import type { FileToPlan } from '../../format-tasks/import/plan-file.ts'
import type { DocumentOutline } from '../../format-tasks/import/read-file.ts'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import { blockingProblems } from '../../platform/errors/document-refusal.ts'
import type { PlanningTools, UseCase } from '../../platform/use-case.ts'
import { factsQuestion, gatherFacts, inTransaction, planAndWrite } from '../profile-plan/index.ts'
import { orOutdated, writeImport } from './write-import.ts'

export interface ImportFile {
  bytes: Uint8Array
  fileName: string
  format: 'json' | 'yaml' | 'auto'
}

export interface ImportRequest {
  file: ImportFile
  /** Sent beside the file; undefined for a JSON body, which contains them. */
  decisions: ImportDecisions | undefined
  /** Validates decisions sent inside the body; throws what the route answers. */
  parseDecisions: (given: unknown) => ImportDecisions & { planDigest?: string | undefined }
  planDigest: string | undefined
  publish: boolean
  leaveMasksEmpty: boolean
}

/** `answer`: the response body as JSON. `fileDigest`: SHA-256, hex. */
export type ValidateResult =
  { kind: 'planned'; answer: Uint8Array; fileDigest: string } | { kind: 'unreadable'; problems: readonly Problem[] }

export type ImportResult =
  | { kind: 'imported'; uid: string; auditUid: string }
  | { kind: 'refused'; problems: readonly Problem[] }
  | { kind: 'stale' }

type ImportUse = UseCase<PlanningTools>

/** Plans an import and writes nothing. */
export async function validateImport(use: ImportUse, request: ImportRequest): Promise<ValidateResult> {
  const read = await readImport(use.tools.workers, request)
  if (read.kind === 'unreadable') return read
  const { facts, said } = await factsOf(use, read)
  const answer = await use.tools.workers.run('planToShow', planInput(request, read, { facts, said }))
  return { kind: 'planned', answer, fileDigest: read.digest }
}

/**
 * Plans again, with facts that still hold in the transaction that writes, so that validate's answer for the same state
 * holds. Writes everything or, except for the audit event of a refusal, nothing.
 */
export async function applyImport(use: ImportUse, request: ImportRequest): Promise<ImportResult> {
  const read = await readImport(use.tools.workers, request)
  const result: ImportResult =
    read.kind === 'unreadable'
      ? { kind: 'refused', problems: read.problems }
      : await planAndWrite(() => attempt(use, request, read))
  if (result.kind === 'imported') return result
  const { name, ...version } = identityOf(read)
  await recordAudit(use.db, {
    caller: use.caller,
    action: 'refuse',
    resource: { kind: 'clusterprofile', uid: '', name },
    details: { ...version, codes: refusalCodes(result) },
  })
  return result
}

/** The name and version that the import asked for; neither if invalid, since they could then hold any text. */
function identityOf(read: Reading): { name: string; version?: string } {
  if (read.kind === 'unreadable') return { name: '' }
  const { outline, decisions, ofIdentity } = read
  const asked = { document: outline, decisions, problems: ofIdentity, existing: [] }
  const { name, version, problems } = planIdentity(asked)
  return problems.length === 0 ? { name, version } : { name: '' }
}

const IDENTITY = new Set(['metadata.name', 'spec.version'])

interface ReadImport {
  /** The file's digest. */
  digest: string
  outline: DocumentOutline
  /** Problems with the name and version in the file itself. */
  ofIdentity: readonly Problem[]
  decisions: ImportDecisions
  planDigest: string | undefined
}

type Reading = ({ kind: 'readable' } & ReadImport) | { kind: 'unreadable'; problems: readonly Problem[] }

async function readImport(workers: FormatWorkers, request: ImportRequest): Promise<Reading> {
  const { bytes, format } = request.file
  const { digest, outline, problems, decisions: given } = await workers.run('readOutline', { bytes, format })
  if (outline === null) return { kind: 'unreadable', problems: withPlaces(problems) }
  const inside = given === undefined ? undefined : request.parseDecisions(given)
  const decisions: ImportDecisions = { ...inside, ...request.decisions }
  if (request.publish) decisions.publish = true
  if (request.leaveMasksEmpty) decisions.remainingMasks = 'leave-empty'
  const ofIdentity = problems.filter((problem) => isBlocking(problem) && IDENTITY.has(problem.path))
  const planDigest = request.planDigest ?? inside?.planDigest
  return { kind: 'readable', digest, outline, ofIdentity, decisions, planDigest }
}

/**
 * An import that lost a race, for a name for example, is planned once more and refused for what exists now, like any
 * later one.
 */
async function attempt(use: ImportUse, request: ImportRequest, read: ReadImport): Promise<ImportResult> {
  const { checkAgain, facts, said } = await factsOf(use, read)
  const planned = await use.tools.workers.run('planToWrite', planInput(request, read, { facts, said }))
  const { problems } = planned.plan
  if (blockingProblems(problems).length > 0) return { kind: 'refused', problems }
  if (read.planDigest !== undefined && read.planDigest !== planned.digest) return { kind: 'stale' }
  const { outline, decisions } = read
  return orOutdated(
    inTransaction(use.db, async (tx) => {
      await checkAgain(tx)
      const written = await writeImport(tx, use, { outline, decisions, planned, file: request.file })
      return { kind: 'imported', ...written }
    }),
  )
}

const factsOf = ({ db, caller, tools }: ImportUse, { outline, decisions }: ReadImport) =>
  gatherFacts(db, { question: factsQuestion(outline, decisions), caller, tools })

const planInput = (
  { file: { bytes, format } }: ImportRequest,
  { digest, decisions }: ReadImport,
  known: Omit<PlanCircumstances, 'decisions'>,
): FileToPlan => ({
  file: { bytes, format, digest },
  circumstances: writeCircumstances({ decisions, ...known }),
})

function refusalCodes(result: Exclude<ImportResult, { kind: 'imported' }>): string[] {
  if (result.kind === 'stale') return ['ImportPlanStale']
  return [...new Set(blockingProblems(result.problems).map((problem) => problem.code))]
}
