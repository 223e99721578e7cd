import type { ConsolePackBody } from '@waybill/api-contract'

type Dependency = ConsolePackBody['dependencies'][number]
type Resource = ConsolePackBody['resources'][number]
type ValueEntry = ConsolePackBody['schema'][number]

const DEPENDENCY_RULES: Readonly<Record<Dependency['type'], string>> = {
  required: 'Must be in the profile',
  optional: 'If it is in the profile',
  notSupported: 'Must not be in the profile',
  upgrade: 'Can be replaced by this pack',
}

export const dependencyRule = (type: Dependency['type']): string => DEPENDENCY_RULES[type]

/** Both ends are inclusive; an empty one is open. */
export function versionRange(minimum: string, maximum: string): string {
  if (minimum === '' && maximum === '') return 'any'
  if (maximum === '') return `${minimum} or newer`
  if (minimum === '') return `up to ${maximum}`
  return minimum === maximum ? minimum : `${minimum} to ${maximum}`
}

/** A resource requirement in the units of the contract. */
export function resourceText({ type, minLimit }: Resource): string {
  const amount = minLimit.toLocaleString()
  if (type === 'cpu') return `CPU: at least ${amount} mCPU`
  if (type === 'memory') return `Memory: at least ${amount} MiB`
  if (type === 'diskSize') return `Disk: at least ${amount} GB`
  return `${type}: at least ${amount}`
}

export function rulesOfValue({ required, readonly, type, format }: ValueEntry): readonly string[] {
  return [required && 'Required', readonly && 'Read-only', isSecret(type, format) && 'Sensitive'].filter(
    (rule) => rule !== false,
  )
}

/** The format of a value beyond its type: a regular expression, a range, or a template with several. */
export function patternOfValue({ regex, format, listOptions }: ValueEntry): string {
  if (regex !== '' || listOptions.length > 0) return regex
  return /^\$\{\w+\}$/.test(format) ? '' : format
}

const isSecret = (type: string, format: string) => type === 'password' || format.includes('${password')
