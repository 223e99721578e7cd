import { AppError } from '../../errors/app-error.ts'
import { hashPassword } from './password.ts'

/** Of 0 to 4: the library calls less than a million guesses "very guessable". */
const LEAST_SCORE = 2
/** Characters to examine: the work grows faster than the length, and no guess is that long. */
const LOOKED_AT = 100

/** Names that would be guessed first. */
export interface Guessed {
  email: string
  names?: readonly string[]
}

/**
 * Hashes a password that a person chose (OWASP ASVS 5.0, 6.2.4 and 6.2.11).
 * @throws AppError PasswordGuessable for common passwords, repetitions, keyboard rows, and names of the person or the
 * product
 */
export async function hashChosenPassword(password: string, { email, names = [] }: Guessed): Promise<string> {
  const known = ['waybill', 'spectro cloud', 'palette', email, ...email.split(/[@.+_-]/), ...names]
  const { score } = (await (judge ??= loadJudge())).check(
    password.slice(0, LOOKED_AT),
    known.filter((word) => word.length > 2),
  )
  if (score < LEAST_SCORE) throw new AppError('PasswordGuessable')
  return hashPassword(password)
}

/**
 * Loaded with the first password that is set: its lists take 25 MB and an eighth of a second, which most processes
 * never need.
 */
let judge: ReturnType<typeof loadJudge> | undefined

async function loadJudge() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
}
