import { hash } from 'node:crypto'
import { importValidateResponseSchema } from '@waybill/api-contract'
import { withPlaces, type ImportDecisions, type ImportPlan, type ProfileDocument } from '@waybill/profile-format'
import { LRUCache } from 'lru-cache'
import { encode } from 'zod'
import { inspectPlanned, isRefused, planRemembering, sentPlan, type PlannedProfile } from '../plan/plan-profile.ts'
import { readCircumstances } from './plan-circumstances.ts'
import { KEPT_BYTES, KEPT_MS, readFile, type KnownFile } from './read-file.ts'
import { validateBody } from './validate-body.ts'

export interface FileToPlan {
  file: KnownFile
  /** Serialised `PlanCircumstances`. */
  circumstances: Uint8Array
}

export interface PlannedFile extends PlannedProfile {
  /** SHA-256 of everything that determines the outcome. */
  digest: string
}

/**
 * One per thread, kept as long as files are. The key covers file, tenant, scope and state, so a hit belongs to an equal
 * request.
 */
const answers = new LRUCache<string, Uint8Array>({ maxSize: KEPT_BYTES, ttl: KEPT_MS, ttlAutopurge: true })

/**
 * The response to a validation, checked against its schema and serialised. It quotes all texts of the file: otherwise
 * they would be copied to the main thread and serialised there while other requests wait.
 */
export function planToShow(input: FileToPlan): Uint8Array {
  const { file, circumstances } = input
  const key = [file.format, file.digest, hash('sha256', circumstances, 'base64')].join(' ')
  const answer = answers.get(key) ?? writeAnswer(input)
  answers.set(key, answer, { size: answer.length })
  return answer
}

function writeAnswer(input: FileToPlan): Uint8Array {
  const answer = encode(
    importValidateResponseSchema,
    validateBody({ ...planFile(input), fileDigest: input.file.digest }),
  )
  return Buffer.from(JSON.stringify(answer))
}

/** The plan to write: with texts, masks filled in, and what an export will look for in them. */
export async function planToWrite(input: FileToPlan): Promise<PlannedFile> {
  const { plan, digest } = planFile(input)
  const inspected = isRefused(plan) ? [] : await inspectPlanned(plan)
  return { plan: sentPlan(plan), inspected, emptyValues: plan.emptyValues, digest }
}

function planFile({ file, circumstances }: FileToPlan) {
  const { said, decisions, facts } = readCircumstances(circumstances)
  const { document, problems } = readFile(file)
  if (document === null) throw new Error('a file that cannot be used was to be planned')
  const plan = planRemembering({ document, problems: [...problems, ...said], decisions, facts })
  const placed = { ...plan, problems: withPlaces(plan.problems, document) }
  return { document, plan: placed, digest: digestOf(plan, document, decisions) }
}

/** A plan's fingerprint contains no texts, but an edited text still makes another plan. */
function digestOf({ fingerprint }: ImportPlan, document: ProfileDocument, decisions: ImportDecisions): string {
  const { description, labels, packs, variables } = document
  const texts = packs.flatMap(({ values = '', manifests }) => [values, ...manifests.map(({ content }) => content)])
  const said = JSON.stringify([fingerprint, description, [...labels], variables, decisions.values ?? {}])
  return hash('sha256', [said, ...texts].join('\0'), 'hex')
}
