import { gzipSync } from 'node:zlib'
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

describe('what changes or makes a Secret', () => {
  it.each([
    ['- op: add\n  path: /stringData/glaze\n  value: otter\n', 'otter'],
    ['- {op: replace, path: /stringData, value: {glaze: otter}}\n', 'otter'],
    ['- op: add\n  path: /data/conf\n  value: b3R0ZXI=\n', 'b3R0ZXI='],
    ['- op: add\n  path: /spec/adminPassword\n  value: otterkiln\n', 'otterkiln'],
    [`patch: '[{"op": "add", "path": "/stringData/glaze", "value": "otter"}]'\n`, 'otter'],
    [`patch: '[{"op": "add", "path": "/data/glaze", "value": "b3R0ZXI="}]'\n`, 'b3R0ZXI='],
    [
      'patches:\n- target: {kind: Secret, name: kiln}\n  patch: |-\n    - op: add\n      path: /data/glaze\n      value: otter\n',
      'otter',
    ],
    [
      'patches:\n- target: {kind: Secret}\n  patch: |-\n    metadata: {name: kiln}\n    data:\n      glaze: otter\n',
      'otter',
    ],
    ['patches:\n- target: {kind: Secret}\n  patch:\n  - {op: add, path: /data/glaze, value: otter}\n', 'otter'],
    ['secretGenerator:\n- name: kiln\n  literals:\n  - glaze=otter\n', 'otter'],
    ['kind: SopsSecret\nspec:\n  secretTemplates:\n  - name: kiln\n    data: {glaze: otter}\n', 'otter'],
    ['base: &base {kind: Secret}\nkiln:\n  <<: *base\n  data: {glaze: otter}\n', 'otter'],
    ['base: &base\n  data: {glaze: otter}\nkiln:\n  <<: *base\n  kind: Secret\n', 'otter'],
    ['base: &base {stringData: {glaze: otter}}\n', 'otter'],
  ])('is declared: %s', (text, secret) => {
    expect(mask(text)).toBe(text.replace(secret, /=otter|"otter|"b3R|\|-/.test(text) ? '********' : '"********"'))
  })

  it.each([
    'patches:\n- target: {kind: ConfigMap}\n  patch: |-\n    - op: add\n      path: /data/glaze\n      value: otter\n',
    '- op: replace\n  path: /data/glaze\n  value: loglevel\n',
    '- op: replace\n  path: /spec/replicas\n  value: 3\n',
    'configMapGenerator:\n- name: kiln\n  literals:\n  - glaze=otter\n',
    'properties:\n  stringData: {type: object, additionalProperties: {type: string}}\n',
    'secretGenerator:\n- name: kiln\n  files: [glaze.conf]\n  literals: ["glaze={{ .Values.glaze }}"]\n',
  ])('stays where it is of something else: %s', (text) => {
    expect(mask(text)).toBe(text)
  })
})

/** A text as the item of a list that a chart puts out. */
const asItem = (text: string) => `extraDeploy:\n- |\n  ${text.trimEnd().replaceAll('\n', '\n  ')}\nz: 1\n`

describe('a Secret in a text that is no YAML as a whole', () => {
  it.each([
    [
      'a template with conditions',
      'apiVersion: v1\nkind: Secret\nmetadata:\n  name: kiln\n{{- if .Values.kiln }}\nstringData:\n  glaze: §\n  {{- if .Values.fire }}\n  fire: "§" # hot\n  {{- end }}\n{{- end }}\n',
    ],
    [
      'a template without quotes',
      "kind: Secret\ndata:\n  glaze: §\nmetadata:\n  name: {{ include 'kiln' . }}\n  labels: {{- include 'labels' . | nindent 4 }}\n",
    ],
    [
      'a template with a block',
      'kind: Secret\nmetadata:\n  name: {{ .Release.Name }}-kiln\n  {{- with .Values.labels }}\n  labels: {{ toYaml . }}\n  {{- end }}\nstringData:\n  conf: |\n    §\n  fire: {{ .Values.fire | quote }}\n',
    ],
    [
      'a literal in a template',
      'kind: Secret\n{{- if .Values.kiln }}\ndata:\n  glaze: {{ "§" | b64enc }}\n  fire: {{ b64enc "§" }}\n{{- end }}\n',
    ],
    [
      'a document that a script hands on',
      'set -e\nkubectl apply -f - <<EOF\napiVersion: v1\nkind: Secret\nmetadata:\n  name: kiln\nstringData:\n  glaze: §\ndata:\n  fire: §\nEOF\necho done: yes\n',
    ],
    [
      'several that a script hands on',
      'cat <<EOF | kubectl apply -f -\nkind: ConfigMap\ndata:\n  glaze: teal\n---\ndata:\n  fire: §\nkind: Secret\n---\nkind: ConfigMap\ndata:\n  glaze: teal\nEOF\n',
    ],
    [
      'JSON that a script hands on',
      'kubectl apply -f - <<EOF\n{\n  "kind": "Secret",\n  "stringData": {\n    "glaze": "§",\n    "fire": "§"\n  }\n}\nEOF\n',
    ],
    ['JSON in one line of a script', `echo '{"kind": "Secret", "data": {§}}' | kubectl apply -f -\necho a: b: c\n`],
  ])('is found in %s', (_, template) => {
    const text = template.replaceAll('§', 'otter')
    expect(mask(asItem(text))).toBe(asItem(template.replaceAll('§', '********')))
  })

  it.each([
    ['commented out', '# apiVersion: v1\n# kind: Secret\n# stringData:\n#   conf: §\n#   glaze: "§"\na: 1\n'],
    [
      'commented out in a list',
      'a: 1\n#  - kind: Secret\n#    data:\n#      glaze: §\n#  - kind: ConfigMap\n#    data:\n#      glaze: teal\n',
    ],
    ['said to have been there', 'kind: Secret\nstringData:\n  fire: §§ # was §\n'],
    ['commented out in a block', 'a: |\n  x: 1\n  # kind: Secret\n  # data:\n  #   glaze: §\n'],
    [
      'commented out beside its neighbours',
      'kind: Secret\nstringData:\n  # old: §\n  # why this is here\n  fire: §§\n  #last: "§"\n',
    ],
  ])('is found where it is %s', (_, template) => {
    const text = template.replaceAll('§§', 'quarry').replaceAll('§', 'otter')
    expect(mask(text)).toBe(template.replaceAll('§§', '"********"').replaceAll('§', '********'))
  })

  it.each([
    asItem('kind: ConfigMap\n{{- if .Values.kiln }}\ndata:\n  glaze: teal\n{{- end }}\n'),
    asItem('kind: Secret\n{{- if .Values.kiln }}\ndata:\n  glaze: {{ .Values.glaze | b64enc }}\n{{- end }}\n'),
    '# kind: Secret\n# metadata:\n#   name: kiln\n\n# data:\n#   glaze: teal\n# is what a ConfigMap holds\na: 1\n'.replace(
      '\n\n',
      '\nb: 1\n',
    ),
  ])('is none: %s', (text) => {
    expect(mask(text)).toBe(text)
  })
})

describe('the address of a text that it holds itself', () => {
  it.each([
    [`f: data:;base64,${btoa(SECRET)}\n`, 'f: data:;base64,********\n'],
    [
      `f: data:application/json;base64,${btoa('{"password": "otterkiln"}')}\n`,
      'f: data:application/json;base64,********\n',
    ],
    [
      `f: data:text/plain;charset=utf-8;base64,${encodeURIComponent(btoa('password: otterkiln!'))}\n`,
      'f: data:text/plain;charset=utf-8;base64,********\n',
    ],
    ['f: data:,password%3Dotterkiln77%0Aa%3Db\n', 'f: data:,password%3D********%0Aa%3Db\n'],
    [
      `f: 'data:application/json;base64,{"password": "otterkiln"}'\n`,
      `f: 'data:application/json;base64,{"password": "********"}'\n`,
    ],
    [
      '{"storage": {"files": [{"contents": {"source": "data:,kind%3A%20Secret%0AstringData%3A%20%7Ba%3A%20otter%7D"}}]}}\n',
      '{"storage": {"files": [{"contents": {"source": "data:,kind%3A%20Secret%0AstringData%3A%20%7Ba%3A%20********%7D"}}]}}\n',
    ],
  ])('is read: %s', (text, expected) => {
    expect(mask(text)).toBe(expected)
  })

  it.each([
    'f: data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\n',
    'f: data:,hello%20world\n',
    `f: data:;base64,${btoa('#!/bin/sh\necho ready\n')}\n`,
  ])('stays where that hides nothing: %s', (text) => {
    expect(mask(text)).toBe(text)
  })
})

describe('a text that is packed', () => {
  const packed = (text: string) => gzipSync(text).toString('base64')

  it.each([
    ['a Secret', `f: ${packed(SECRET)}\n`, 'f: "********"\n'],
    ['in lines', `f: |\n  ${packed(SECRET + USERS).replaceAll(/.{60}/g, '$&\n  ')}\n`, 'f: "********"\n'],
    ['as Helm stores a release', `f: ${btoa(packed(`{"config": {"password": "otterkiln"}}`))}\n`, 'f: "********"\n'],
    ['in an address', `f: data:;base64,${packed(SECRET)}\n`, 'f: data:;base64,********\n'],
  ])('is unpacked: %s', (_, text, expected) => {
    expect(mask(text)).toBe(expected)
  })

  it.each([
    ['harmless', `f: ${packed('color: teal and nothing else, '.repeat(9))}\n`],
    ['cut off', `f: ${packed(SECRET.repeat(3)).slice(0, 80)}\n`],
    ['padded wrongly', `f: ${packed(SECRET).slice(0, 80)}A=\n`],
    ['made to fill the memory', `f: ${packed(`${' '.repeat(3_000_000)}password: otterkiln`)}\n`],
  ])('stays where it is %s', (_, text) => {
    expect(mask(text)).toBe(text)
  })
})

describe('what is written in other ways', () => {
  const key = 'MIIEowIBAAKCAQEAyvQ4kKq2A1aB2cD3eF4gH5iJ6kL7mN8o'

  it.each([
    ['base64 of base64', `f: ${btoa(btoa('password: otterkiln77'))}\n`, 'f: "********"\n'],
    [
      'an address',
      'f: https%3A%2F%2Fkiln%3Aotterquarry%40h.test%2Fa\n',
      'f: https%3A%2F%2Fkiln%3A********%40h.test%2Fa\n',
    ],
    [
      'an address in another',
      'f: https://h.test/?next=https%3A%2F%2Fkiln%3Aotterquarry%40h.test\n',
      'f: https://h.test/?next=https%3A%2F%2Fkiln%3A********%40h.test\n',
    ],
    [
      'a key',
      `f: a=-----BEGIN%20RSA%20PRIVATE%20KEY-----%0A${key}%2B%0A-----END%20RSA%20PRIVATE%20KEY-----\n`,
      'f: a=********\n',
    ],
    ['a token', `f: a%3Dghp_${'a1B2'.repeat(9)}\n`, 'f: a%3D********\n'],
    ['a pair', '- [password, Otter-kiln-77]\n', '- [password, "********"]\n'],
    ['a key in brackets', '? [password, a]\n: otterkiln\n', '? [password, a]\n: "********"\n'],
    ['wide letters', 'ｐａｓｓｗｏｒｄ: otterkiln\n', 'ｐａｓｓｗｏｒｄ: "********"\n'],
    ['letters of another alphabet', 'раѕѕwоrd: otterkiln\n', 'раѕѕwоrd: "********"\n'],
    ['an alias', 'b: &b {x: Otter-kiln-77}\nauth: {password: *b}\n', 'b: &b {x: "********"}\nauth: {password: *b}\n'],
    [
      'a merge',
      'b: &b {value: otterkiln}\nauth: {password: {<<: *b}}\n',
      'b: &b {value: "********"}\nauth: {password: {<<: *b}}\n',
    ],
  ])('is found: %s', (_, text, expected) => {
    expect(mask(text)).toBe(expected)
  })

  it.each([
    '- [username, password]\n- [password, confirm-password]\n',
    'f: https%3A%2F%2Fh.test%2Fa%3Fb%3Dc\n',
    'format: "%Y-%m-%dT%H%3A%M"\n',
    'слово: otterkiln\n',
  ])('is none: %s', (text) => {
    expect(mask(text)).toBe(text)
  })
})
