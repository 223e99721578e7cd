/** A quoted text (its quotes are escaped inside a quoted YAML scalar), or a word up to the next space. */
const TOKEN = /\s+(?:\\?"([^"\\]*)\\?"|([^\s"'`()\\]+))/y
const NAME = /\s*([A-Za-z]+)/y
const END = /\s*$/y
const BARE_VALUE = /^(?:-?\d+(?:\.\d+)?|true|false)$/

interface Step {
  name: string
  args: string[]
}

type SprigFunction = (value: string | undefined, args: readonly string[]) => string | undefined

/** The sprig functions that packs use and that need only the value. */
const FUNCTIONS = new Map<string, SprigFunction>([
  ['default', (value, args) => (args.length === 1 ? value || args[0] : undefined)],
  ['quote', (value, args) => (args.length === 0 ? value && JSON.stringify(value) : undefined)],
  ['upper', (value, args) => (args.length === 0 ? value?.toUpperCase() : undefined)],
  ['lower', (value, args) => (args.length === 0 ? value?.toLowerCase() : undefined)],
  ['trim', (value, args) => (args.length === 0 ? value?.trim() : undefined)],
  ['substr', substr],
])

/**
 * Applies a reference's pipeline to a value. An `undefined` value is unknown, and only `default` can replace it. The
 * result is undefined too when a function is not in the table, so that the reference can be left as it is.
 */
export function applyPipeline(value: string | undefined, pipeline: string): string | undefined {
  if (pipeline === '') return value
  let result = value
  for (const part of pipeline.split('|').slice(1)) {
    const step = readStep(part)
    const apply = step && FUNCTIONS.get(step.name)
    if (!apply) return undefined
    result = apply(result, step.args)
  }
  return result
}

/** Null unless the step is a name with plain arguments. */
function readStep(part: string): Step | null {
  NAME.lastIndex = 0
  const name = NAME.exec(part)?.[1]
  if (name === undefined) return null
  const args: string[] = []
  let at = NAME.lastIndex
  while (!isAt(END, part, at)) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(part)
    if (!token) return null
    const [, quoted, bare = ''] = token
    if (quoted === undefined && !BARE_VALUE.test(bare)) return null
    args.push(quoted ?? bare)
    at = TOKEN.lastIndex
  }
  return { name, args }
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

/** As in sprig: a negative start counts as 0; a negative end, or one past the last character, as the end. */
function substr(value: string | undefined, args: readonly string[]): string | undefined {
  const [start, end] = args.map(Number)
  if (value === undefined || args.length !== 2 || !Number.isInteger(start) || !Number.isInteger(end)) return undefined
  const characters = Array.from(value)
  const from = Math.max(start ?? 0, 0)
  const to = end === undefined || end < 0 || end > characters.length ? characters.length : end
  return from > to ? undefined : characters.slice(from, to).join('')
}
