import type { ComparisonBody } from '@waybill/api-contract'

export type Change = ComparisonBody['changes'][number]
export type ComparedText = ComparisonBody['layers'][number]['texts'][number]
export type ComparedSecret = ComparisonBody['secrets'][number]
export type Mark = 'added' | 'removed' | 'moved' | 'changed'

/** A layer, a variable, or the profile's own fields. */
export interface Part {
  /** Identifies it in the address: `layer:nginx`. */
  key: string
  kind: 'profile' | 'layer' | 'variable'
  name: string
  /** Empty if both sides are equal. */
  marks: readonly Mark[]
  /** Single-line fields, named by their place in the part: `version`. */
  fields: readonly { name: string; change: Change }[]
  texts: readonly ComparedText[]
  secrets: readonly ComparedSecret[]
}

interface Place {
  key: string
  field: string
}

const IN_LIST = /^(layer|variable)s\[(.+?)\](?:\.(.+))?$/s
const IS_TEXT = /^(values$|manifests\[)/

/** `layers[nginx].version` is the field `version` of `layer:nginx`. */
function placeOf(path: string): Place {
  const [, kind, name, field = ''] = IN_LIST.exec(path) ?? []
  return kind === undefined ? { key: 'profile', field: path } : { key: `${kind}:${name}`, field }
}

/** All parts of a comparison in the order of the list: the profile itself, its layers, its variables. */
export function partsOf(comparison: ComparisonBody): readonly Part[] {
  const changes = Map.groupBy(
    comparison.changes.filter(({ path }) => path !== 'layers').map((change) => ({ change, ...placeOf(change.path) })),
    ({ key }) => key,
  )
  const secrets = Map.groupBy(comparison.secrets, secretKey)
  const fieldsOf = (key: string) =>
    (changes.get(key) ?? [])
      .filter(({ field }) => !IS_TEXT.test(field))
      .map(({ field: name, change }) => ({ name, change }))
  const rest = (key: string) => ({ key, fields: fieldsOf(key), secrets: secrets.get(key) ?? [] })
  const profile = { ...rest('profile'), kind: 'profile', name: 'Profile', texts: [] } as const
  const variables = [...new Set([...changes.keys(), ...secrets.keys()])].filter((key) => key.startsWith('variable:'))
  return [
    { ...profile, marks: profile.fields.length > 0 ? ['changed'] : [] },
    ...comparison.layers.map(({ name, mark, isMoved, texts }): Part => {
      const marks: Mark[] = [...(mark === 'same' ? [] : [mark]), ...(isMoved ? (['moved'] as const) : [])]
      return { ...rest(`layer:${name}`), kind: 'layer', name, marks, texts }
    }),
    ...variables.map((key): Part => {
      const part = { ...rest(key), kind: 'variable' as const, name: key.slice('variable:'.length), texts: [] }
      return { ...part, marks: variableMarks(part) }
    }),
  ]
}

const secretKey = ({ where, layerName, path }: ComparedSecret) =>
  where === 'variable' ? `variable:${path}` : `layer:${layerName}`

function variableMarks({ fields, secrets }: Pick<Part, 'fields' | 'secrets'>): readonly Mark[] {
  const whole = fields.find(({ name }) => name === '')
  if (whole) return [whole.change.kind]
  return fields.length > 0 || secrets.some(({ verdict }) => verdict === 'differs') ? ['changed'] : []
}

export const isDifferent = ({ marks }: Part): boolean => marks.length > 0

/** How many parts have each mark: `2 changed, 1 added`. */
export function countMarks(parts: readonly Part[]): readonly { mark: Mark; count: number }[] {
  const order = ['changed', 'added', 'removed', 'moved'] as const
  return order
    .map((mark) => ({ mark, count: parts.filter(({ marks }) => marks.includes(mark)).length }))
    .filter(({ count }) => count > 0)
}
