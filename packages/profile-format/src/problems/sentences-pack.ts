import type { Sentence } from './sentences-file.ts'
import type { ProblemCode } from './problems.ts'
import { versionNamed, type Words } from './words.ts'

const TYPES: Readonly<Record<string, string>> = {
  number: 'a number',
  boolean: 'true or false',
  ipv4: 'an IPv4 address',
  version: 'a version',
}

/** The other pack with its version bounds: `kubernetes 1.27 or newer`. */
function dependencyOf(words: Words): string {
  const name = words.text('dependency', 'another pack')
  const [least, most] = [words.text('minVersion', ''), words.text('maxVersion', '')]
  if (least !== '' && most !== '') return `${name} ${least} to ${most}`
  if (least !== '') return `${name} ${least} or newer`
  return most === '' ? name : `${name} ${most} or older`
}

const foundOf = (words: Words) => words.text('found', 'another version')
const valueNamed = (words: Words) => `The value ${words.text('place', 'here')} of ${words.text('name', 'the pack')}`

function expected(words: Words): string {
  const reason = words.text('reason', '')
  if (reason === 'range') return `must be a number from ${words.text('min')} to ${words.text('max')}`
  if (reason === 'list') return `must be ${words.choice('allowed')}`
  if (reason === 'pattern') return `must match ${words.text('pattern')}`
  if (reason === 'template') return `must be written as ${words.text('format')}`
  const type = words.text('expected', '')
  return `must be ${Object.hasOwn(TYPES, type) ? (TYPES[type] ?? type) : 'of another type'}`
}

/** Sentences about a pack's constraints on other packs and on its values. */
export const PACK_SENTENCES = {
  PackDependencyMissing: (words) =>
    `${versionNamed(words)} needs ${dependencyOf(words)}, which is not in this profile; add it, or use it together with a profile that has it.`,
  PackDependencyVersion: (words) =>
    `${versionNamed(words)} needs ${dependencyOf(words)}, but ${foundOf(words)} is in this profile; choose another version of one of the two.`,
  PackConflict: (words) =>
    `${versionNamed(words)} does not work with ${dependencyOf(words)}, and ${foundOf(words)} is in this profile; choose another version or remove one of the two.`,
  PackValueMissing: (words) => `${valueNamed(words)} is required but empty; enter it.`,
  PackValueInvalid: (words) => `${valueNamed(words)} ${expected(words)}, as its pack says; change it.`,
  PackValueReadonly: (words) =>
    `${valueNamed(words)} is read-only in its pack but differs from it; put the pack's own value back.`,
} as const satisfies Partial<Record<ProblemCode, Sentence>>
