import { describe, expect, it } from 'vitest'
import { inspectText } from './inspect-text.ts'
import { maskText } from './mask-text.ts'

const secretsOf = (text: string) => inspectText(text, { kind: 'values', declaredPaths: [], suspicions: [] }).secrets
const mask = (text: string) => maskText(text, secretsOf(text))

/** Base64 as the program of that name writes it, indented as in a block. */
const wrapped = (text: string, columns = 76) => {
  const encoded = btoa(text)
  const lines = Array.from({ length: Math.ceil(encoded.length / columns) }, (_, line) =>
    encoded.slice(line * columns, (line + 1) * columns),
  )
  return lines.join('\n    ')
}

const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata: {name: kiln, namespace: pottery}\nstringData: {glaze: otter}\n'
const USERS = '#cloud-config\nusers:\n- name: kiln\n  plain_text_passwd: otterquarry\n  shell: /bin/bash\n'

describe('base64 that goes over several lines', () => {
  it.each([
    ['a block', `binaryData:\n  f: |\n    ${wrapped(SECRET)}\nz: 1\n`, 'binaryData:\n  f: "********"\nz: 1\n'],
    ['a folded block', `f: >-\n    ${wrapped(SECRET)}\nz: 1\n`, 'f: "********"\nz: 1\n'],
    ['quotes', `f: "${wrapped(SECRET)}"\nz: 1\n`, 'f: "********"\nz: 1\n'],
    ['a plain scalar', `f: ${wrapped(SECRET)}\nz: 1\n`, 'f: "********"\nz: 1\n'],
    [
      'a block with carriage returns',
      `f: |\r\n    ${wrapped(SECRET).replaceAll('\n', '\r\n')}\r\nz: 1\r\n`,
      'f: "********"\r\nz: 1\r\n',
    ],
    ['lines of 60', `write_files:\n- content: |\n    ${wrapped(USERS, 60)}\n`, 'write_files:\n- content: "********"\n'],
    ['one line of a block', `userData: |\n    ${btoa(USERS)}\n`, 'userData: "********"\n'],
    ['lines of 76 under a plain name', `boot: |\n    ${wrapped(USERS)}\n`, 'boot: "********"\n'],
  ])('is read in %s', (_, text, expected) => {
    expect(mask(text)).toBe(expected)
  })

  it.each([
    ['a certificate', `f: |\n    ${wrapped('a harmless text that goes on for long, '.repeat(8))}\n`],
    ['words', 'f: |\n  Some1words2that3are4long5\n  and6others7that8follow9here\n'],
  ])('stays where it hides nothing: %s', (_, text) => {
    expect(mask(text)).toBe(text)
  })
})

describe('a name that is written with escapes', () => {
  it.each([
    ['of YAML', 'kind: "Se\\x63ret"\ndata: {a: b3R0ZXI=}\n', 'kind: "Se\\x63ret"\ndata: {a: "********"}\n'],
    [
      'of JSON',
      '{"kind": "\\u0053ecret", "data": {"a": "b3R0ZXI="}}\n',
      '{"kind": "\\u0053ecret", "data": {"a": "********"}}\n',
    ],
    ['of a line end', 'kind: "Sec\\\n  ret"\ndata: {a: otter}\n', 'kind: "Sec\\\n  ret"\ndata: {a: "********"}\n'],
    ['in a key', '"p\\x61ssw\\x6frd": otter\n', '"p\\x61ssw\\x6frd": "********"\n'],
    [
      'in a text of its own',
      `f: '{"kind": "\\u0053ecre\\u0074", "data": {"a": "b3R0ZXI="}}'\n`,
      `f: '{"kind": "\\u0053ecre\\u0074", "data": {"a": "********"}}'\n`,
    ],
  ])('is read: %s', (_, text, expected) => {
    expect(mask(text)).toBe(expected)
  })
})
