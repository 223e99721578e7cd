import { LIMITS } from '../limits.ts'
import { isBlocking } from './problem-at.ts'
import type { Problem } from './problems.ts'

/** Keys of a document in the order in which Palette writes them. */
const KEY_ORDER = [
  'metadata',
  'spec',
  'template',
  'name',
  'description',
  'labels',
  'displayName',
  'type',
  'cloudType',
  'layer',
  'version',
  'tag',
  'packs',
  'values',
  'manifests',
  'content',
  'registry',
  'variables',
]
const RANKS = new Map(KEY_ORDER.map((key, index) => [key, index]))
/** The profile's version comes before the template, while a pack's version comes after its type. */
const SPEC_VERSION = 'spec.version'
const STEP = /\[(\d+)\]|[^.[\]]+/g

/**
 * Sorts problems in document order, those without a place last; problems with the same path by their offset in the
 * text.
 */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems
    .map((problem) => ({ problem, key: orderKey(problem.path), offset: problem.position?.offset ?? 0 }))
    .toSorted((a, b) => compareKeys(a.key, b.key) || a.offset - b.offset)
    .map(({ problem }) => problem)
}

function compareKeys(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function orderKey(path: string): string {
  if (path === '') return '~'
  if (path === SPEC_VERSION) return '01.00'
  return [...path.matchAll(STEP)]
    .map(([step, index]) =>
      index === undefined ? padded(RANKS.get(step) ?? KEY_ORDER.length, 2) : padded(Number(index), 7),
    )
    .join('.')
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** At most 1,000 problems, plus one that says so. When some are dropped, errors are kept before warnings. */
export function boundProblems(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= LIMITS.problems) return problems
  const errors = problems.filter(isBlocking)
  const kept = errors.length > 0 ? errors.slice(0, LIMITS.problems) : problems.slice(0, LIMITS.problems)
  const severity = errors.length > 0 ? 'error' : 'warning'
  return [...kept, { code: 'LimitExceeded', severity, path: '', params: { what: 'problems', limit: LIMITS.problems } }]
}
