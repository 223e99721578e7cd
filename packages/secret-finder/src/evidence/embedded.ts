import type { TextRange } from '@waybill/layer-text'
import { CREDENTIAL_WORD, namesCredential } from './credential-names.ts'
import { isLikelySecret, isLiteral } from './credential-values.ts'
import type { ScalarPart } from '../places/secret-place.ts'
import { isBlockScalar } from '@waybill/layer-text'
import type { YamlScalar, YamlTree } from '@waybill/layer-text'

/** `name: value` or `name = value` on a line of its own, as in YAML, properties and environment files. */
const LINE =
  /^[ \t]*(?:-[ \t]+)?["']?([A-Za-z_][\w.-]*)["']?[ \t]*[:=][ \t]*("[^"\r\n]*"|'[^'\r\n]*'|[^\s"'#][^\s]*)[ \t]*(?:[,;][ \t]*)?(?:#.*)?$/gm
/** `--name=value` among arguments and in addresses. A word without a value is taken too, or each of its letters would begin a try. */
const ARGUMENT = /([A-Za-z_][\w.-]*)(?:=([^\s"'`,;&]+))?/g
/** `"name":"value"` of JSON. */
const JSON_PAIR = /"([A-Za-z_][\w.-]*)"\s*:\s*"([^"\\\s]+)"/g

/** Credentials written inside the text of scalars: each scalar with the range of the value in it. */
export function embeddedSecrets(tree: YamlTree): ScalarPart[] {
  return tree.scalars.flatMap((scalar) => {
    if (scalar.kind !== 'scalar' || scalar.parent.isKey) return []
    return embeddedRanges(tree.text, scalar).map((range) => ({ scalar, range }))
  })
}

function embeddedRanges(text: string, scalar: YamlScalar): TextRange[] {
  const start = scalar.event.valueStart
  const raw = text.slice(start, scalar.event.valueEnd)
  if (!/[=:]/.test(raw) || !CREDENTIAL_WORD.test(raw)) return []
  const patterns = isBlockScalar(scalar.event) ? [LINE, JSON_PAIR, ARGUMENT] : [JSON_PAIR, ARGUMENT]
  return patterns.flatMap((pattern) => [...raw.matchAll(pattern)].flatMap((found) => valueRange(found, start)))
}

function valueRange(found: RegExpMatchArray, offset: number): TextRange[] {
  const [whole, name = '', written = ''] = found
  const value = /^["']/.test(written) ? written.slice(1, -1) : written
  if (!isLiteral(value) || !namesCredential(name) || !isLikelySecret(value) || isCode(value)) return []
  const start = offset + (found.index ?? 0) + whole.lastIndexOf(written) + (value === written ? 0 : 1)
  return [{ start, end: start + value.length }]
}

/** Calls, templates and assignments of a script name a secret without holding it. */
function isCode(value: string): boolean {
  return value.length < 4 || /[(){}]|\$|^[=:>]/.test(value)
}
