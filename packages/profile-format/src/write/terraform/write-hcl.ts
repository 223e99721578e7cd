import {
  quotedTemplate,
  templateSource,
  type TemplatePart,
  type TerraformArgument,
  type TerraformBlock,
  type TerraformFile,
  type TerraformValue,
} from './terraform-body.ts'

/** Characters that a heredoc would not preserve, or that an editor would not show. */
const NOT_FOR_HEREDOC = /(?![\t\n])[\p{Cc}\u2028\u2029\ufeff]/u

/** Writes HCL's native syntax, formatted like `terraform fmt`. */
export function writeHcl({ comment, blocks }: TerraformFile): string {
  const head = comment.map((line) => `# ${line}\n`).join('')
  return [...(head === '' ? [] : [head]), ...blocks.map((block) => writeBlock(block, ''))].join('\n')
}

function writeBlock({ type, labels, arguments: given, blocks }: TerraformBlock, indent: string): string {
  const inner = `${indent}  `
  const head = [type, ...labels.map((label) => `"${label}"`)].join(' ')
  const lines = writeArguments(given, inner)
  const nested = blocks.map((block) => writeBlock(block, inner)).join('\n')
  const between = lines !== '' && nested !== '' ? '\n' : ''
  return `${indent}${head} {\n${lines}${between}${nested}${indent}}\n`
}

/** Aligns equals signs, except for a value whose bracket closes on another line: that one is set apart. */
function writeArguments(given: readonly TerraformArgument[], indent: string): string {
  const groups: WrittenArgument[][] = [[]]
  for (const [name, value] of given) {
    const text = writeValue(value, indent)
    if (text.includes('\n') && !text.startsWith('<<')) groups.push([{ name, text }], [])
    else groups.at(-1)?.push({ name, text })
  }
  return groups.flatMap((group) => aligned(group).map((line) => `${indent}${line}\n`)).join('')
}

interface WrittenArgument {
  name: string
  text: string
}

function aligned(group: readonly WrittenArgument[]): string[] {
  const width = Math.max(...group.map(({ name }) => name.length))
  return group.map(({ name, text }) => `${name.padEnd(width)} = ${text}`)
}

function writeValue(value: TerraformValue, indent: string): string {
  switch (value.kind) {
    case 'template':
      return writeTemplate(value.parts, indent)
    case 'expression':
      return value.code
    case 'keyword':
      return value.word
    case 'boolean':
      return String(value.value)
    case 'list':
      return `[${value.items.map((item) => writeValue(item, indent)).join(', ')}]`
    case 'object': {
      const inner = `${indent}  `
      return `{\n${writeArguments(value.fields, inner)}${indent}}`
    }
  }
}

/**
 * Writes a multi-line text as a heredoc, not in the indented form, which would strip spaces; anything else in quotes.
 */
function writeTemplate(parts: readonly TemplatePart[], indent: string): string {
  const literals = parts.flatMap((part) => ('text' in part ? [part.text] : []))
  const hasLines = literals.some((text) => text.includes('\n'))
  if (!hasLines || literals.some((text) => NOT_FOR_HEREDOC.test(text))) {
    return quotedTemplate(parts)
  }
  const source = templateSource(parts, (text) => text)
  const marker = markerFor(source)
  // A heredoc always ends with a newline.
  return source.endsWith('\n')
    ? `<<${marker}\n${source}${marker}`
    : `chomp(<<${marker}\n${source}\n${marker}\n${indent})`
}

function markerFor(source: string): string {
  const taken = new Set(source.match(/EOT(?:_\d+)?/g))
  let marker = 'EOT'
  for (let count = 2; taken.has(marker); count += 1) marker = `EOT_${count}`
  return marker
}
