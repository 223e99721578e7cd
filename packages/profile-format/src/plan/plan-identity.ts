import type { ProfileDocument } from '../document/document.ts'
import { errorAt, warningAt } from '../problems/problem-at.ts'
import type { ExistingVersion, ImportDecisions } from './import-plan.ts'
import { createProblemLog } from '../problems/problem-log.ts'
import type { Problem } from '../problems/problems.ts'
import { isSemVer, nextFreeVersion } from '../rules/profile-version.ts'
import { fieldsOfText } from '../document/shape-fields.ts'
import { readName } from '../document/shape-text.ts'

const NAME_PATH = 'metadata.name'
const VERSION_PATH = 'spec.version'

/** The name and version that a document is imported under, and the next free version. */
export interface PlannedIdentity {
  name: string
  version: string
  nextVersion: string
  /** All problems of the document so far: without those that a decision settled, with those that it caused. */
  problems: Problem[]
}

interface IdentityInput {
  document: Pick<ProfileDocument, 'name' | 'version'>
  /** The problems found while reading the file. */
  problems: readonly Problem[]
  decisions: Pick<ImportDecisions, 'name' | 'version'>
  existing: readonly ExistingVersion[]
  isNameOfTenant?: boolean | undefined
}

/** Plans the name and version. A decided one replaces the file's and must keep the same rules. */
export function planIdentity({
  document,
  problems,
  decisions,
  existing,
  isNameOfTenant,
}: IdentityInput): PlannedIdentity {
  const name = decisions.name ?? document.name
  const version = decisions.version ?? document.version
  const taken = existing.map((profile) => profile.version)
  const nextVersion = nextFreeVersion(version, taken)
  const identityProblems = [
    ...(decisions.name === undefined ? [] : checkDecidedName(decisions.name)),
    ...(decisions.version === undefined || isSemVer(decisions.version)
      ? []
      : [errorAt(VERSION_PATH, 'InvalidVersion')]),
    ...(taken.includes(version)
      ? [errorAt(VERSION_PATH, 'ClusterProfileAlreadyExists', { name, version, nextVersion })]
      : []),
    ...(isNameOfTenant ? [warningAt(NAME_PATH, 'NameOfTenant', { name })] : []),
  ]
  const kept = problems.filter(
    ({ path }) =>
      !(path === NAME_PATH && decisions.name !== undefined) &&
      !(path === VERSION_PATH && decisions.version !== undefined),
  )
  return { name, version, nextVersion, problems: [...kept, ...identityProblems] }
}

/** Reads the name as if it were in the file, so that the same rule applies. */
function checkDecidedName(name: string): Problem[] {
  const log = createProblemLog()
  const shape = { log, isUsable: true }
  readName(fieldsOfText(shape, ['metadata'], { key: 'name', text: name, start: 0 }), 'name')
  return log.finish(name).map(({ position: _inDecision, ...problem }) => problem)
}
