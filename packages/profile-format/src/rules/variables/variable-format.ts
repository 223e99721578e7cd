import type { VariableFormat } from '../../document/document.ts'

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`)
const IPV4_CIDR = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}/(?:3[0-2]|[12]?\\d)$`)
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/
/** Partial versions (`1.27`) and a leading v are common here. */
const VERSION = /^v?\d+(?:\.\d+){0,3}(?:[-+][0-9A-Za-z.+-]+)?$/
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/
const HEXTET = /^[0-9a-fA-F]{1,4}$/

const CHECKS: Readonly<Record<VariableFormat, (value: string) => boolean>> = {
  string: () => true,
  number: (value) => NUMBER.test(value),
  boolean: (value) => value === 'true' || value === 'false',
  ipv4: (value) => IPV4.test(value),
  ipv4cidr: (value) => IPV4_CIDR.test(value),
  ipv6: isIpv6,
  version: (value) => VERSION.test(value),
  base64: isBase64,
}

/** Whether a value fits the format of its variable. The empty text fits only `string`. */
export function hasVariableFormat(value: string, format: VariableFormat): boolean {
  return CHECKS[format](value)
}

function isBase64(value: string): boolean {
  const text = value.replaceAll(/[\r\n]/g, '')
  return text.length % 4 === 0 && BASE64.test(text)
}

function isIpv6(value: string): boolean {
  const [address = '', ...rest] = value.split('%')
  if (rest.length > 0) return false
  const halves = address.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const isEmbedded = IPV4.test(groups.at(-1) ?? '')
  const hextets = isEmbedded ? groups.slice(0, -1) : groups
  if (!hextets.every((group) => HEXTET.test(group))) return false
  const count = hextets.length + (isEmbedded ? 2 : 0)
  return halves.length === 2 ? count < 8 : count === 8
}
