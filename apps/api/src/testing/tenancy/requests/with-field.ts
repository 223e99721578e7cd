/**
 * A JSON value with another text at a path such as `.users[].userId`, in the first entry of lists and maps; the last
 * step may be new.
 */
export function withField(value: unknown, path: string, text: string): unknown {
  const [step, rest] = firstStep(path)
  if (step === undefined) return Array.isArray(value) ? [text] : text
  if (step === '[]') return Array.isArray(value) && value.length > 0 ? [withField(value[0], rest, text)] : absent(path)
  if (!isObject(value)) return absent(path)
  const name = step === '{}' ? Object.keys(value)[0] : step.slice(1)
  if (name === undefined || (rest !== '' && !(name in value))) return absent(path)
  return { ...value, [name]: withField(value[name], rest, text) }
}

function firstStep(path: string): [string | undefined, string] {
  const step = /^(?:\[\]|\{\}|\.\w+)/.exec(path)?.[0]
  return [step, path.slice(step?.length)]
}

function absent(path: string): never {
  throw new Error(
    `What the matrix sends has nothing at ${path}: say in testing/tenancy/requests/own-inputs.ts what stands there.`,
  )
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
