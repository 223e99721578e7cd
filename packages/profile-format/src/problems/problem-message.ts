import { FILE_SENTENCES, type Sentence } from './sentences-file.ts'
import { PACK_SENTENCES } from './sentences-pack.ts'
import { TARGET_SENTENCES } from './sentences-target.ts'
import { wordsOf } from './words.ts'
import type { Problem, ProblemCode } from './problems.ts'

const SENTENCES: Readonly<Record<ProblemCode, Sentence>> = {
  ...FILE_SENTENCES,
  ...PACK_SENTENCES,
  ...TARGET_SENTENCES,
}

/**
 * One sentence for a problem, the same in API, console and CLI: what is wrong, then what to do. It contains only names,
 * numbers and limits, never values of the file.
 */
export function problemMessage(problem: Pick<Problem, 'code' | 'params'>): string {
  return SENTENCES[problem.code](wordsOf(problem))
}
