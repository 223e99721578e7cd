import type { TextInspection } from '@waybill/secret-finder'
import type {
  ImportDecisions,
  ImportFacts,
  ImportPlan,
  Problem,
  ProfileDocument,
  ReadResult,
} from '@waybill/profile-format'
import type { Caller } from '../../platform/access/caller.ts'
import { factsQuestion, type FactsQuestion } from './facts-question.ts'
import { blockingProblems } from '../../platform/http/errors/document-refusal.ts'
import { recordOf, type NewImportRecord } from './import-record.ts'

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

/** What a plan's layer is written with. */
export interface InspectedLayer {
  schemaDigest: string
  inspection: TextInspection
  manifestInspections: readonly TextInspection[]
}

export interface PlanQuestion {
  document: ProfileDocument
  problems: readonly Problem[]
  decisions: ImportDecisions
  facts: ImportFacts
}

/** The pure engine, off the event loop. */
export interface ImportEngine {
  read: (file: Pick<ImportFile, 'bytes' | 'format'>) => Promise<ReadResult>
  /** To show: its layers carry no texts. */
  plan: (input: PlanQuestion) => Promise<ImportPlan>
  /** With every text as it would be written, and, where nothing refuses the plan, what is to be kept beside each. */
  planToWrite: (input: PlanQuestion) => Promise<{ plan: ImportPlan; layers: readonly InspectedLayer[] }>
  /** sha256 over all parts, hex. */
  digest: (...parts: (string | Uint8Array)[]) => string
}

/** Somebody else took a name between this import's plan and its writing. The cause is the store's own refusal. */
export class LostRaceError extends Error {}

/** One transaction on the target tenant, or its plain client. */
export interface ImportStore {
  facts: (question: FactsQuestion, caller: Caller) => Promise<ImportFacts>
  /** @throws LostRaceError, as createProfile does. */
  createMacros: (caller: Caller, macros: ImportPlan['macrosToCreate']) => Promise<void>
  createProfile: (caller: Caller, plan: ImportPlan, layers: readonly InspectedLayer[]) => Promise<string>
  createRecord: (record: NewImportRecord) => Promise<void>
  /** @returns the audit event's uid. */
  auditImport: (
    caller: Caller,
    imported: { plan: ImportPlan; profileUid: string; fileDigest: string },
  ) => Promise<string>
  auditRefusal: (caller: Caller, codes: readonly string[], fileDigest: string) => Promise<string>
}

export interface ImportPorts {
  engine: ImportEngine
  store: ImportStore
  transaction: <T>(work: (store: ImportStore) => Promise<T>) => Promise<T>
}

export interface PlannedImport {
  plan: ImportPlan
  /** sha256 of everything that decides the outcome. */
  digest: string
}

export type ValidateResult =
  { kind: 'planned'; planned: PlannedImport } | { kind: 'unreadable'; problems: readonly Problem[] }

export type ImportResult =
  | { kind: 'imported'; uid: string; auditUid: string }
  | { kind: 'refused'; problems: readonly Problem[] }
  | { kind: 'stale' }

interface Prepared {
  read: ReadResult
  document: ProfileDocument
  decisions: ImportDecisions
  planDigest: string | undefined
}

/** Plans an import and writes nothing (design.md decision 1). */
export async function validateImport(
  ports: ImportPorts,
  caller: Caller,
  request: ImportRequest,
): Promise<ValidateResult> {
  const prepared = await prepare(ports.engine, request)
  if (prepared.kind === 'unreadable') return prepared
  const plan = await ports.engine.plan(await planQuestion(ports.store, caller, prepared))
  return { kind: 'planned', planned: { plan, digest: digestOf(ports.engine, plan) } }
}

/**
 * Plans again inside the transaction that writes, so that what validate said of the same state holds, and writes all or, but
 * for the audit event of a refusal, nothing (design.md decision 2).
 */
export async function applyImport(ports: ImportPorts, caller: Caller, request: ImportRequest): Promise<ImportResult> {
  const fileDigest = ports.engine.digest(request.file.bytes)
  const prepared = await prepare(ports.engine, request)
  const result: ImportResult =
    prepared.kind === 'unreadable'
      ? { kind: 'refused', problems: prepared.problems }
      : await writeUnlessLost(ports, { caller, request, fileDigest, ...prepared })
  if (result.kind !== 'imported') await ports.store.auditRefusal(caller, refusalCodes(result), fileDigest)
  return result
}

type Preparation = ({ kind: 'readable' } & Prepared) | { kind: 'unreadable'; problems: readonly Problem[] }

async function prepare(engine: ImportEngine, request: ImportRequest): Promise<Preparation> {
  const read = await engine.read(request.file)
  if (read.document === null) return { kind: 'unreadable', problems: read.problems }
  const inside = read.decisions === undefined ? undefined : request.parseDecisions(read.decisions)
  const decisions: ImportDecisions = { ...inside, ...request.decisions }
  if (request.publish) decisions.publish = true
  if (request.leaveMasksEmpty) decisions.remainingMasks = 'leave-empty'
  const planDigest = request.planDigest ?? inside?.planDigest
  return { kind: 'readable', read, document: read.document, decisions, planDigest }
}

async function planQuestion(store: ImportStore, caller: Caller, prepared: Prepared): Promise<PlanQuestion> {
  const { read, document, decisions } = prepared
  const facts = await store.facts(factsQuestion(document, decisions), caller)
  return { document, problems: read.problems, decisions, facts }
}

const digestOf = (engine: ImportEngine, plan: ImportPlan): string =>
  engine.digest(plan.fingerprint, ...contentOf(plan.document))

/** The fingerprint of a plan holds no text; an edited text is another plan all the same. */
function contentOf({ description, labels, packs, variables }: ProfileDocument): string[] {
  const texts = packs.flatMap(({ values = '', manifests }) => [values, ...manifests.map(({ content }) => content)])
  return [description, JSON.stringify([...labels]), JSON.stringify(variables), ...texts]
}

interface Writing extends Prepared {
  caller: Caller
  request: ImportRequest
  fileDigest: string
}

/** Who was second is refused for what stands here now, like anybody who comes later. */
async function writeUnlessLost(ports: ImportPorts, writing: Writing): Promise<ImportResult> {
  try {
    return await ports.transaction((store) => write(ports, store, writing))
  } catch (error) {
    if (!(error instanceof LostRaceError)) throw error
    const { problems } = await ports.engine.plan(await planQuestion(ports.store, writing.caller, writing))
    if (blockingProblems(problems).length === 0) throw error.cause
    return { kind: 'refused', problems }
  }
}

async function write(ports: ImportPorts, store: ImportStore, writing: Writing): Promise<ImportResult> {
  const { caller, request, fileDigest, decisions } = writing
  const { plan, layers } = await ports.engine.planToWrite(await planQuestion(store, caller, writing))
  if (blockingProblems(plan.problems).length > 0) return { kind: 'refused', problems: plan.problems }
  if (writing.planDigest !== undefined && writing.planDigest !== digestOf(ports.engine, plan)) return { kind: 'stale' }
  await store.createMacros(caller, plan.macrosToCreate)
  const uid = await store.createProfile(caller, plan, layers)
  const { fileName, bytes } = request.file
  await store.createRecord(
    recordOf({ plan, decisions, caller, profileUid: uid, fileName, fileBytes: bytes.length, fileDigest }),
  )
  return { kind: 'imported', uid, auditUid: await store.auditImport(caller, { plan, profileUid: uid, fileDigest }) }
}

function refusalCodes(result: Exclude<ImportResult, { kind: 'imported' }>): string[] {
  if (result.kind === 'stale') return ['ImportPlanStale']
  return [...new Set(blockingProblems(result.problems).map((problem) => problem.code))]
}
