import { deserialize, serialize } from 'node:v8'
import type { ImportDecisions, ImportFacts, Problem } from '@waybill/profile-format'

/** What determines a plan besides the file. */
export interface PlanCircumstances {
  /** Problems of gathering the facts. */
  said: readonly Problem[]
  decisions: ImportDecisions
  facts: ImportFacts
}

/**
 * Serialised like everything sent to a thread, which can then tell from the bytes whether they are those of the last
 * time.
 */
export const writeCircumstances = (circumstances: PlanCircumstances): Uint8Array => serialize(circumstances)

/** The process that started the thread wrote them. */
export const readCircumstances = (written: Uint8Array) => deserialize(written) as PlanCircumstances
