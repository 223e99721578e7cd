const CORE = 'tag:yaml.org,2002:'

/** The tags that YAML itself defines. Any other names a type of some language, which no cluster reads. */
const KNOWN = new Set([
  'str',
  'int',
  'float',
  'bool',
  'null',
  'map',
  'seq',
  'set',
  'omap',
  'pairs',
  'binary',
  'timestamp',
  'merge',
  'value',
])

/**
 * A tag for one tool, such as `!vault` and `!Ref`: everyone else reads its value as a text. With a slash or a colon a
 * tag names a type of a language, such as `!ruby/object:Gem`.
 */
const LOCAL = /^![\w.-]+$/

/**
 * The name of a core tag as written (`!!str`, `!<tag:yaml.org,2002:str>`), `''` for `!` and local tags, undefined for
 * any other.
 */
export function coreTag(written: string): string | undefined {
  if (written === '!' || LOCAL.test(written)) return ''
  if (written.startsWith('!!')) return known(written.slice(2))
  if (written.startsWith(`!<${CORE}`) && written.endsWith('>')) return known(written.slice(2 + CORE.length, -1))
  return undefined
}

function known(name: string): string | undefined {
  return KNOWN.has(name) ? name : undefined
}
