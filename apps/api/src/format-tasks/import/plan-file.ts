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
  /** `PlanCircumstances`, written down. */
  circumstances: Uint8Array
}

export interface PlannedFile extends PlannedProfile {
  /** sha256 of everything that decides the outcome. */
  digest: string
}

/** Of this thread, as long as files: who finds one asked for the same file in the same tenant, scope and state. */
const answers = new LRUCache<string, Uint8Array>({ maxSize: KEPT_BYTES, ttl: KEPT_MS, ttlAutopurge: true })

/**
 * The answer to who validates a file, held against its schema, as it is sent. It quotes all texts of the file, which would be copied to
 * the thread that answers and written there while others wait.
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

/** The plan as it is written: with the texts, masks filled, and what an export will look for in them. */
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

/** The fingerprint of a plan holds no text; an edited text is another plan all the same. */
function digestOf({ fingerprint }: ImportPlan, document: ProfileDocument, decisions: ImportDecisions): string {
  const { description, labels, packs, variables } = document
  const texts = packs.flatMap(({ values = '', manifests }) => [values, ...manifests.map(({ content }) => content)])
  const said = JSON.stringify([fingerprint, description, [...labels], variables, decisions.values ?? {}])
  return hash('sha256', [said, ...texts].join('\0'), 'hex')
}
