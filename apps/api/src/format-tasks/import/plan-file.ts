import { hash } from 'node:crypto'
import { importValidateResponseSchema } from '@waybill/api-contract'
import {
  withPlaces,
  type ImportDecisions,
  type ImportFacts,
  type ImportPlan,
  type Problem,
  type ProfileDocument,
} from '@waybill/profile-format'
import { encode } from 'zod'
import { inspectPlanned, isRefused, planRemembering, sentPlan, type PlannedProfile } from '../plan/plan-profile.ts'
import { readFile, type KnownFile } from './read-file.ts'
import { validateBody } from './validate-body.ts'

export interface FileToPlan {
  file: KnownFile
  /** Of how facts were found. */
  said: readonly Problem[]
  decisions: ImportDecisions
  facts: ImportFacts
}

export interface PlannedFile extends PlannedProfile {
  /** sha256 of everything that decides the outcome. */
  digest: string
}

/**
 * The answer to who validates a file, held against its schema, as it is sent. It quotes all texts of the file, which would be copied to
 * the thread that answers and written there while others wait.
 */
export function planToShow(input: FileToPlan): Uint8Array {
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

function planFile({ file, said, decisions, facts }: FileToPlan) {
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
