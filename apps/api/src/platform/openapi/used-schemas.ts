type Schemas = Readonly<Record<string, unknown>>

const PREFIX = '#/components/schemas/'
const REFERENCE = /"#\/components\/schemas\/([^"]+)"/g

/**
 * Keeps the schemas that a document refers to, directly or through others. zod emits each schema twice, as sent and as
 * received (`…Input`), whether or not both are used: unused ones are dropped, and `Input` is removed from a name if
 * only that one remains.
 */
export function keepUsedSchemas<Document extends { components: { schemas: Schemas } }>(document: Document): Document {
  const { schemas } = document.components
  const used = reachable(JSON.stringify({ ...document, components: { ...document.components, schemas: {} } }), schemas)
  const shortened = new Map([...used].filter((name) => isLoneInput(name, used)).map((name) => [name, baseOf(name)]))
  const kept = Object.entries(schemas)
    .filter(([name]) => used.has(name))
    .map(([name, schema]) => [shortened.get(name) ?? name, schema])
  const text = JSON.stringify({
    ...document,
    components: { ...document.components, schemas: Object.fromEntries(kept) },
  })
  return JSON.parse(
    text.replaceAll(REFERENCE, (_all, name: string) => JSON.stringify(`${PREFIX}${shortened.get(name) ?? name}`)),
  )
}

function reachable(text: string, schemas: Schemas): Set<string> {
  const found = new Set<string>()
  const texts = [text]
  for (let next = texts.pop(); next !== undefined; next = texts.pop()) {
    for (const [, name] of next.matchAll(REFERENCE)) {
      if (name === undefined || found.has(name)) continue
      found.add(name)
      texts.push(JSON.stringify(schemas[name] ?? {}))
    }
  }
  return found
}

const baseOf = (name: string) => name.replace(/Input$/, '')
const isLoneInput = (name: string, used: ReadonlySet<string>) => name.endsWith('Input') && !used.has(baseOf(name))
