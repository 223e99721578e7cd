import { createHash } from 'node:crypto'
import {
  withPlaces,
  type ImportDecisions,
  type ImportFacts,
  type Problem,
  type ProfileDocument,
} from '@waybill/profile-format'
import type { FormatWorkers } from '../../format-tasks/format-workers.ts'
import type { SentPlan } from '../../format-tasks/plan/plan-profile.ts'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import { blockingProblems } from '../../platform/http/errors/document-refusal.ts'
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
  /** Beside the file; a JSON body carries them inside instead. */
  decisions: ImportDecisions | undefined
  /** Checks decisions that came inside the body; throws what the route answers. */
  parseDecisions: (given: unknown) => ImportDecisions & { planDigest?: string | undefined }
  planDigest: string | undefined
  publish: boolean
  leaveMasksEmpty: boolean
}

export interface PlannedImport {
  document: ProfileDocument
  /** To show: its layers carry no texts. */
  plan: SentPlan
  /** sha256 of everything that decides the outcome. */
  digest: string
}

export type ValidateResult =
  { kind: 'planned'; planned: PlannedImport } | { kind: 'unreadable'; problems: readonly Problem[] }

export type ImportResult =
  | { kind: 'imported'; uid: string; auditUid: string }
  | { kind: 'refused'; problems: readonly Problem[] }
  | { kind: 'stale' }

type ImportUse = UseCase<PlanningTools>

/** Plans an import and writes nothing (design.md decision 1). */
export async function validateImport(use: ImportUse, request: ImportRequest): Promise<ValidateResult> {
  const read = await readImport(use.tools.workers, request)
  if (read.kind === 'unreadable') return read
  const plan = await use.tools.workers.run('planToShow', planInput(read, await factsOf(use, read)))
  const planned = { document: read.document, plan: placed(plan, read), digest: digestOf(plan, read) }
  return { kind: 'planned', planned }
}

/**
 * Plans again, with facts that still hold in the transaction that writes, so that what validate said of the same state holds,
 * and writes all or, but for the audit event of a refusal, nothing (design.md decision 2).
 */
export async function applyImport(use: ImportUse, request: ImportRequest): Promise<ImportResult> {
  const read = await readImport(use.tools.workers, request)
  const result: ImportResult =
    read.kind === 'unreadable'
      ? { kind: 'refused', problems: read.problems }
      : await planAndWrite(() => attempt(use, { ...read, file: request.file }))
  if (result.kind === 'imported') return result
  await recordAudit(use.db, {
    caller: use.caller,
    action: 'refuse',
    resource: { kind: 'clusterprofile', uid: '', name: '' },
    details: { codes: refusalCodes(result) },
  })
  return result
}

interface ReadImport {
  document: ProfileDocument
  /** Of reading the file. */
  problems: readonly Problem[]
  decisions: ImportDecisions
  planDigest: string | undefined
}

type Reading = ({ kind: 'readable' } & ReadImport) | { kind: 'unreadable'; problems: readonly Problem[] }

async function readImport(workers: FormatWorkers, request: ImportRequest): Promise<Reading> {
  const { bytes, format } = request.file
  const { document, problems, decisions: given } = await workers.run('readDocument', { bytes, format })
  if (document === null) return { kind: 'unreadable', problems: withPlaces(problems) }
  const inside = given === undefined ? undefined : request.parseDecisions(given)
  const decisions: ImportDecisions = { ...inside, ...request.decisions }
  if (request.publish) decisions.publish = true
  if (request.leaveMasksEmpty) decisions.remainingMasks = 'leave-empty'
  return { kind: 'readable', document, problems, decisions, planDigest: request.planDigest ?? inside?.planDigest }
}

interface Attempt extends ReadImport {
  file: ImportFile
}

/** Who was second, to a name for example, plans once more and is refused for what stands here now, like anybody who comes later. */
async function attempt(use: ImportUse, importing: Attempt): Promise<ImportResult> {
  const { document, decisions, file, planDigest } = importing
  const { checkAgain, ...known } = await factsOf(use, importing)
  const planned = await use.tools.workers.run('planToWrite', planInput(importing, known))
  const { plan } = planned
  if (blockingProblems(plan.problems).length > 0) return { kind: 'refused', problems: placed(plan, importing).problems }
  if (planDigest !== undefined && planDigest !== digestOf(plan, importing)) return { kind: 'stale' }
  return orOutdated(
    inTransaction(use.db, async (tx) => {
      await checkAgain(tx)
      const placedPlan = { ...planned, plan: placed(plan, importing) }
      const written = await writeImport(tx, use, { document, decisions, planned: placedPlan, file })
      return { kind: 'imported', ...written }
    }),
  )
}

const factsOf = ({ db, caller, tools }: ImportUse, { document, decisions }: ReadImport) =>
  gatherFacts(db, { question: factsQuestion(document, decisions), caller, tools })

/** Names of layers and variables are the file's, as are the places of problems. */
const placed = (plan: SentPlan, { document }: Pick<ReadImport, 'document'>): SentPlan => ({
  ...plan,
  problems: withPlaces(plan.problems, document),
})

const planInput = (
  { document, problems, decisions }: ReadImport,
  { facts, said }: { facts: ImportFacts; said: readonly Problem[] },
) => ({ document, problems: [...problems, ...said], decisions, facts })

/** The fingerprint of a plan holds no text; an edited text is another plan all the same. */
function digestOf(
  { fingerprint }: SentPlan,
  { document, decisions }: Pick<ReadImport, 'document' | 'decisions'>,
): string {
  const { description, labels, packs, variables } = document
  const texts = packs.flatMap(({ values = '', manifests }) => [values, ...manifests.map(({ content }) => content)])
  return sha256(
    fingerprint,
    description,
    JSON.stringify([...labels]),
    JSON.stringify(variables),
    JSON.stringify(decisions.values ?? {}),
    ...texts,
  )
}

function sha256(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

function refusalCodes(result: Exclude<ImportResult, { kind: 'imported' }>): string[] {
  if (result.kind === 'stale') return ['ImportPlanStale']
  return [...new Set(blockingProblems(result.problems).map((problem) => problem.code))]
}
