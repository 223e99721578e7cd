import { splitWords } from './split-words.ts'

/** Whether a value is just the label of its field: `resetPassword: Reset password`, `passwordNew: New password`. */
export function saysItsName(name: string, value: string): boolean {
  if (value.length > 60 || !/^\p{Lu}/u.test(value)) return false
  const [said, named] = [splitWords(value), splitWords(name)]
  if (/\s/.test(value)) for (const words of [said, named]) words.sort()
  return said.join('') === named.join('')
}
