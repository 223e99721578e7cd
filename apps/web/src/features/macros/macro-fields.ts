import type { ApiError } from '@waybill/api-client'
import { LIMITS } from '@waybill/profile-format'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'

const NAME = /^[A-Za-z0-9_.-]+$/
const NAME_LIMIT = LIMITS.nameCharacters

/** What is wrong with a name, checked before sending; empty if nothing is. */
export function nameProblem(name: string, taken: ReadonlySet<string>): string {
  if (name === '') return 'Give it a name.'
  if (name.length > NAME_LIMIT) return `A name has at most ${NAME_LIMIT} characters.`
  if (!NAME.test(name)) return 'Use only letters, digits, dots, dashes and underscores.'
  return taken.has(name) ? 'A macro with this name already exists in this scope.' : ''
}

export interface FieldProblems {
  name: string
  value: string
  /** A problem that belongs to no field. */
  form: string
}

/** Assigns a server's refusal to the field that it concerns. */
export function fieldProblems(error: ApiError | null): FieldProblems {
  const none = { name: '', value: '', form: '' }
  if (!error) return none
  if (error.kind === 'refusal' && error.code === 'MacroExists') return { ...none, name: error.message }
  const details = error.kind === 'refusal' ? error.details : []
  const at = (field: string) =>
    details
      .filter(({ path }) => path.endsWith(`.${field}`))
      .map(({ message }) => message)
      .join(' ')
  const found = { name: at('name'), value: at('value') }
  return found.name || found.value ? { ...found, form: '' } : { ...none, form: failureLine(error) }
}
