import { resolveAlias, scalarValue, type YamlMap, type YamlNode, type YamlTree } from '@waybill/layer-text'

const NAME_KEYS = [
  'name',
  'key',
  'Name',
  'Key',
  'variable',
  'var',
  'envName',
  'header',
  'headerName',
  'field',
  'ParameterKey',
  'NAME',
  'KEY',
  'id',
]
const VALUE_KEYS = new Set([
  'value',
  'Value',
  'default',
  'content',
  'defaultValue',
  'stringValue',
  'ParameterValue',
  'VALUE',
  'val',
])

/** Whether a map's key holds the value for a name beside it. */
export function holdsValue(key: string): boolean {
  return VALUE_KEYS.has(key) || /[a-z]Value$/.test(key)
}

/** The name that a map gives to its value: `{name: DB_PASSWORD, value: x}`. */
export function nameBeside(tree: YamlTree, map: YamlMap): string | undefined {
  // A map with a name and a value is small.
  if (map.entries.length > 12 || map.entries.length < 2) return undefined
  let pair: string | undefined
  let hasValue = false
  for (const key of map.byKey.keys()) {
    hasValue ||= VALUE_KEYS.has(key)
    if (pair === undefined && key.endsWith('Value') && /[a-z]Value$/.test(key)) pair = key
  }
  if (pair === undefined && !hasValue) return undefined
  const own = pair === undefined ? undefined : map.byKey.get(pair.replace(/Value$/, 'Name'))
  const key = NAME_KEYS.find((each) => map.byKey.has(each)) ?? ''
  const entry = own ?? map.byKey.get(key)
  const name = entry ? textOf(tree, entry.value) : (patchedKey(tree, map) ?? typeBeside(tree, map))
  return name === '' ? undefined : name
}

/** `{op: add, path: /spec/adminPassword, value: x}` */
function patchedKey(tree: YamlTree, map: YamlMap): string | undefined {
  const path = map.byKey.has('op') ? map.byKey.get('path') : undefined
  return path && /[^/]*$/.exec(textOf(tree, path.value).replaceAll('~1', '/'))?.[0]
}

/** `{type: password, value: x}` */
function typeBeside(tree: YamlTree, map: YamlMap): string | undefined {
  const type = map.byKey.get('type')
  const text = type && textOf(tree, type.value)
  return text?.toLowerCase() === 'password' ? text : undefined
}

/** The text of a scalar or of an alias to one; empty for a map or list. */
export function textOf(tree: YamlTree, node: YamlNode): string {
  const target = resolveAlias(node)
  return target.kind === 'scalar' ? scalarValue(tree.text, target) : ''
}
