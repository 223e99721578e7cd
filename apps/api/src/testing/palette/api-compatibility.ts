import { PALETTE_OPERATIONS, type PaletteOperation } from '../../platform/openapi/palette-operations.ts'
import { BODY_DEVIATIONS, QUERY_DEVIATIONS, VALUE_DEVIATIONS, type Deviation } from './palette-deviations.ts'

interface Facts {
  /** Ids of operations that have a route here and declare the success code. */
  present: ReadonlySet<string>
  /** Ids of operations that answered with the success code when called as clients do. */
  answered: ReadonlySet<string>
}

/** The text of docs/api-compatibility.md. */
export function describeCompatibility(facts: Facts): string {
  const rows = [...PALETTE_OPERATIONS].sort(byPath).map((operation) => row(operation, facts))
  const states = rows.map(({ state }) => state)
  const count = (state: string) => states.filter((one) => one === state).length
  const needed = PALETTE_OPERATIONS.filter(({ isClientNeeded }) => isClientNeeded)
  const missing = needed.filter((operation) => stateOf(operation, facts) === 'missing').length
  return `# Compatibility with Palette's API

Made by \`vitest run apps/api/src/palette-contract.test.ts -u\`; the same test fails when this file no longer says what is so.

Of the ${rows.length} operations of Palette's API 4.8 that have to do with cluster profiles and their users, ${count('tested')} are tested, ${count('claimed')} claimed,
${count('refused')} refused and ${count('missing')} missing. Of the ${needed.length} operations that the Terraform provider, the SDKs and the MCP server call, ${missing} are missing.

- **tested**: called as clients call it, it answers with exactly this code; the declared body, and where Palette's specification is at hand
  the answer itself, keep to its schema (types, required fields, enums).
- **claimed**: here and with the declared body checked likewise, but what it does needs a service that tests do not have.
- **refused**: never succeeds, for the reason said.
- **missing**: not here.

| | Operation | Id | Success | State | Called by clients |
|---|---|---|---|---|---|
${rows.map(({ text }) => text).join('\n')}

## Bodies

What the specification allows in a body is taken, but for:

${[...BODY_DEVIATIONS, ...VALUE_DEVIATIONS].map(deviation).join('\n')}

Bodies of searches and filtered lists are taken only with fields that are known: anything else is refused with \`InvalidRequest\`.

A new profile or a change that has its layers in another place, such as \`packs\`, \`spec.layers\`, \`spec.template.pack\` or any list of layers in
\`spec.draft\`, and none in \`spec.template.packs\`, is refused with \`InvalidRequest\` that names the place: nothing reads layers there. Other unknown
fields are allowed.
A layer's \`registry.metadata.uid\`, which exports have, is taken where \`registryUid\` is absent. A layer's \`version\` that is not that of its \`uid\`
is refused, unless it is the layer's present one; that, and a \`tag\` that does not match the \`uid\`, cause a warning, and the \`uid\` is taken.

## Query parameters

${QUERY_DEVIATIONS.map(deviation).join('\n')}

## Beside the specification

\`GET /v1/clusterprofiles\`, \`GET /v1/projects\` and \`GET /v1/dashboard/projects\` are not in it, or no longer, but older clients and scripts call them. They
answer lists with \`items\`. An address that is read may end in a slash.
`
}

const byPath = (a: PaletteOperation, b: PaletteOperation) =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : METHODS.indexOf(a.method) - METHODS.indexOf(b.method)
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

function row(operation: PaletteOperation, facts: Facts) {
  const { method, path, operationId, success, isClientNeeded, refusal } = operation
  const state = stateOf(operation, facts)
  const said = refusal === undefined ? state : `${state} (\`${refusal.code}\`): ${refusal.reason}`
  return {
    state,
    text: `| ${method} | \`${path}\` | ${operationId} | ${success} | ${said} | ${isClientNeeded ? 'yes' : ''} |`,
  }
}

function stateOf({ operationId, refusal }: PaletteOperation, { present, answered }: Facts): string {
  if (refusal !== undefined) return 'refused'
  if (!present.has(operationId)) return 'missing'
  return answered.has(operationId) ? 'tested' : 'claimed'
}

const deviation = ({ places, reason }: Deviation) =>
  `- ${places.map((place) => `\`${place.replace(/^\./, '')}\``).join(', ')}: ${reason}`
