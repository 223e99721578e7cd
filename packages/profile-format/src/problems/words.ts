import type { Problem } from './problems.ts'
import { shownKey } from '../read/tree-path.ts'

/** Shown in place of a missing param, so that no sentence has a gap. */
const ABSENT = '…'

/** The params of a problem as parts of a sentence. */
export interface Words {
  text: (key: string, otherwise?: string) => string
  /** A name in quotes, so that the sentence reads well whatever the name is: `The macro "nowhere" is not defined`. */
  quoted: (key: string) => string
  /** With a thousands separator: `1,000`. */
  count: (key: string) => string
  isOne: (key: string) => boolean
  /** `16 MB`, rounded up to a tenth, so that a size over the limit never reads as the limit itself. */
  bytes: (key: string) => string
  /** `a`, or `one of a, b and c`. */
  choice: (key: string) => string
  /** `a, b or c`. */
  anyOf: (key: string) => string
  /** `a, b and c`. */
  list: (key: string) => string
  /** The number of items in a list. */
  size: (key: string) => number
  has: (key: string) => boolean
}

const grouped = (value: number) => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** Wraps a problem's params for use in a sentence. Names are stripped of characters that could hide or reorder text. */
export function wordsOf({ params }: Pick<Problem, 'params'>): Words {
  const items = (key: string) => {
    const value = params[key]
    if (value === undefined) return []
    return typeof value === 'object' ? value.map(shownKey) : [shownKey(String(value))]
  }
  return {
    text: (key, otherwise = ABSENT) => items(key)[0] || otherwise,
    count: (key) => (typeof params[key] === 'number' ? grouped(params[key]) : items(key).join('') || ABSENT),
    quoted: (key) => (items(key)[0] ? `"${items(key)[0]}"` : ABSENT),
    isOne: (key) => params[key] === 1,
    bytes: (key) => (typeof params[key] === 'number' ? sizeOf(params[key]) : ABSENT),
    choice: (key) => (items(key).length === 1 ? joined(items(key)) : `one of ${joined(items(key)) || ABSENT}`),
    anyOf: (key) => joined(items(key), 'or') || ABSENT,
    list: (key) => joined(items(key)) || ABSENT,
    size: (key) => items(key).length,
    has: (key) => items(key).some((item) => item !== ''),
  }
}

const KIB = 1024
const MIB = KIB * KIB

function sizeOf(bytes: number): string {
  if (bytes < KIB) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  const [unit, name] = bytes < MIB ? [KIB, 'KB'] : [MIB, 'MB']
  return `${Math.ceil((bytes / unit) * 10) / 10} ${name}`
}

function joined(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}

/** The pack or profile that a problem names, with its version when there is one. */
export const versionNamed = (words: Words): string =>
  `${words.text('name', 'The pack')}${words.has('version') ? ` ${words.text('version')}` : ''}`
