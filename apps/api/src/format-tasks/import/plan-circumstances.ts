import { deserialize, serialize } from 'node:v8'
import type { ImportDecisions, ImportFacts, Problem } from '@waybill/profile-format'

/** What decides about a file beside the file. */
export interface PlanCircumstances {
  /** Of how facts were found. */
  said: readonly Problem[]
  decisions: ImportDecisions
  facts: ImportFacts
}

/** Written down, as all is that goes to a thread: there it shows unread whether they are those of the last time. */
export const writeCircumstances = (circumstances: PlanCircumstances): Uint8Array => serialize(circumstances)

/** Of what the process wrote that the thread belongs to. */
export const readCircumstances = (written: Uint8Array) => deserialize(written) as PlanCircumstances
