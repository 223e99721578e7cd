/** Reads the text of an argument in HCL as Terraform would; supports only what the writer produces. */
export function readHclText(source: string, argument: string): string {
  const value = new RegExp(`\\n    ${argument} += ([^]*)`).exec(source)?.[1]
  if (value === undefined) throw new Error(`no argument: ${argument}`)
  const heredoc = /^(chomp\()?<<(\w+)\n/.exec(value)
  if (!heredoc) return readTemplate(unquote(value))
  const [opening, chomped, marker = ''] = heredoc
  const body = value.slice(opening.length)
  const end = `\n${body}`.search(new RegExp(`\\n[ \\t]*${marker}[ \\t]*\\n`))
  const content = readTemplate(body.slice(0, end))
  return chomped ? content.replace(/[\r\n]+$/, '') : content
}

const ESCAPES = new Map([['n', '\n'], ['r', '\r'], ['t', '\t'], ['"', '"'], ['\\', '\\']]) // prettier-ignore

/** Reads up to the closing quote; quotes inside `${…}` belong to the expression. */
function unquote(source: string): string {
  let text = ''
  for (let at = 1; source[at] !== '"'; at += 1) {
    if (at >= source.length || source[at] === '\n') throw new Error('the quotes are not closed')
    const interpolation = /^\$\{"[$%]"\}/.exec(source.slice(at, at + 6))
    const escape = /^\\(?:u([0-9a-f]{4})|(.))/.exec(source.slice(at, at + 6))
    if (interpolation) text += interpolation[0]
    else if (escape) text += escape[1] ? String.fromCharCode(parseInt(escape[1], 16)) : known(escape[2] ?? '')
    else text += source[at]
    at += (interpolation ?? escape)?.[0].length ?? 1
    at -= 1
  }
  return text
}

function known(letter: string): string {
  const character = ESCAPES.get(letter)
  if (character === undefined) throw new Error(`no escape: ${letter}`)
  return character
}

/** The literal text of a template without expressions. A sign before a doubled one would be ambiguous. */
export function readTemplate(source: string): string {
  if (/[$%]{3}\{|(?<![$%])[$%]\{(?!"[$%]"\})/.test(source)) throw new Error('something would be interpolated')
  return source.replaceAll(/\$\{"([$%])"\}|([$%])\2\{/g, (_all, literal: string, sign: string) => literal ?? `${sign}{`)
}
