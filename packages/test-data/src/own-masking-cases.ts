/** A text with secrets at the paths that a pack's schema declares. */
export interface MaskingCase {
  id: string
  /**
   * `unchanged`: there is nothing to mask. `failClosed`: the secret cannot be located exactly, so more than it is
   * masked.
   */
  kind: 'mask' | 'unchanged' | 'failClosed'
  text: string
  schema: string
  /** The secrets in every form that they can be written in. */
  mustNotContain: readonly string[]
  /**
   * Pieces that must remain, in order; the first begins the text and the last ends it. Empty if nothing is expected.
   */
  keep: readonly string[]
}

interface Own {
  id: string
  /** The path of the secret, as in a schema. */
  path?: string
  /** The part to mask is between ⟦ and ⟧. */
  text: string
  /** The secret as read from YAML; several are separated by line breaks. */
  secret?: string
}

const PATH = 'store.pin'
const SECRET = 'teal-heron-5502'

const schemaOf = (path: string) => `${path}:\n  schema: '{{ required | format "\${password}" }}'\n`

/** The forms of a secret that a masked text must not contain. */
const formsOf = (secret: string): string[] =>
  secret.split('\n').flatMap((one) => [one, Buffer.from(one).toString('base64')])

const toCase =
  (kind: MaskingCase['kind']) =>
  ({ id, path = PATH, text, secret = SECRET }: Own): MaskingCase => ({
    id,
    kind,
    text: text.replaceAll(/[⟦⟧]/g, ''),
    schema: schemaOf(path),
    mustNotContain: kind === 'unchanged' ? [] : formsOf(secret),
    keep: kind === 'failClosed' ? [] : text.split(/⟦[^⟧]*⟧/),
  })

const SCALARS: readonly Own[] = [
  { id: 'a plain scalar', text: 'store:\n  user: ana\n  pin: ⟦teal-heron-5502⟧\n  port: 1\n' },
  { id: 'single quotes', text: "store:\n  pin: ⟦'teal-heron-5502 it''s'⟧\n" },
  { id: 'double quotes', text: 'store: \n  pin: ⟦"teal-heron-5502\\t"⟧\n' },
  { id: 'escapes that hide letters', text: 'store:\n  pin: ⟦"teal\\x2dheron\\u002d5502"⟧\n' },
  { id: 'a plain scalar of two lines', text: 'store:\n  pin: ⟦teal-heron-5502\n    and more⟧\n  x: 1\n' },
  { id: 'double quotes over two lines', text: 'store:\n  pin: ⟦"teal-heron-5502\n\n    \\\n    more"⟧\n  x: 1\n' },
  { id: 'single quotes over two lines', text: "store:\n  pin: ⟦'teal-heron-5502\n\n    more'⟧\n  x: 1\n" },
  { id: 'a tag before it', text: 'store:\n  pin: !!str ⟦teal-heron-5502⟧\n' },
  { id: 'a tag and an anchor before it', text: 'store:\n  pin: !!str &p ⟦teal-heron-5502⟧\n' },
  { id: 'a comment behind it', text: 'store:\n  pin: ⟦teal-heron-5502⟧ # of the till\n' },
  { id: 'blanks and tabs behind it', text: 'store:\n  pin:  ⟦teal-heron-5502⟧ \t \n  x: 1  \n' },
  {
    id: 'a very long line',
    text: `store:\n  pin: ⟦${'teal-heron-5502'.repeat(400)}⟧\n  x: 1\n`,
    secret: 'teal-heron-5502'.repeat(400),
  },
  { id: 'a secret beside a macro', text: 'store:\n  pin: ⟦"{{.spectro.var.first}}teal-heron-5502"⟧\n' },
  { id: 'letters of two units before it', text: 'a: "🚀🚀"\nstore:\n  pin: ⟦teal-heron-5502⟧ # 🚀\n' },
  { id: 'no line break at the end', text: 'store:\n  pin: ⟦teal-heron-5502⟧' },
]

const BLOCKS: readonly Own[] = [
  { id: 'a literal block', text: 'store:\n  pin: ⟦|\n    teal-heron-5502\n    more⟧\n  x: 1\n' },
  { id: 'a literal block that keeps its end', text: 'store:\n  pin: ⟦|+\n    teal-heron-5502\n\n⟧  x: 1\n' },
  { id: 'a literal block without its end', text: 'store:\n  pin: ⟦|-\n    teal-heron-5502⟧\n  x: 1\n' },
  { id: 'a folded block', text: 'store:\n  pin: ⟦>-\n    teal-heron-5502\n    more⟧\n  x: 1\n' },
]

const PLACES: readonly Own[] = [
  { id: 'a flow map', text: 'store: {user: ana, pin: ⟦teal-heron-5502⟧, port: 1}\n' },
  { id: 'a flow map as JSON writes it', text: '{"store":{"user":"ana","pin":⟦"teal-heron-5502"⟧,"port":1}}\n' },
  {
    id: 'a list of maps',
    path: 'users.[*].pin',
    text: 'users:\n  - name: a\n    pin: ⟦teal-heron-5502⟧\n  - pin: ⟦teal-heron-5503⟧\n    name: b\n',
    secret: 'teal-heron-5502\nteal-heron-5503',
  },
  {
    id: 'a list that is not indented',
    path: 'users.[*].pin',
    text: 'users:\n- name: a\n  pin: ⟦teal-heron-5502⟧\nx: 1\n',
  },
  {
    id: 'a list of scalars',
    path: 'pins.[*]',
    text: 'pins:\n  - ⟦teal-heron-5502⟧\n  - ⟦teal-heron-5503⟧\n',
    secret: 'teal-heron-5502\nteal-heron-5503',
  },
  { id: 'a key that is asked for by question mark', text: 'store:\n  ? pin\n  : ⟦teal-heron-5502⟧\n  ? x\n  : 1\n' },
  { id: 'a blank before the colon', text: 'store:\n  pin : ⟦teal-heron-5502⟧\n' },
  { id: 'odd indentation', text: 'store:\n       user: ana\n       pin:    ⟦teal-heron-5502⟧\nx:\n - 1\n' },
  { id: 'the second document', text: 'a: 1\n---\nstore:\n  pin: ⟦teal-heron-5502⟧\n...\n' },
  { id: 'documents with directives', text: '%YAML 1.2\n---\nstore: {pin: ⟦teal-heron-5502⟧}\n...\n# end\n' },
  { id: 'a byte order mark', text: '\ufeffstore:\n  pin: ⟦teal-heron-5502⟧\n' },
  { id: 'CRLF', text: 'store:\r\n  pin: ⟦teal-heron-5502⟧\r\n  x: 1\r\n' },
  { id: 'an anchor', text: 'store:\n  pin: &p ⟦teal-heron-5502⟧\nelsewhere: *p\n' },
  { id: 'an alias', text: 'given: &p ⟦teal-heron-5502⟧\nstore:\n  pin: *p\n' },
  { id: 'a merge', text: 'given: &m\n  pin: ⟦teal-heron-5502⟧\nstore:\n  <<: *m\n  x: 1\n' },
]

const COPIES: readonly Own[] = [
  { id: 'a copy in a comment', text: '# was ⟦teal-heron-5502⟧ before\nstore:\n  pin: ⟦teal-heron-5502⟧\n' },
  { id: 'a copy elsewhere', text: 'store:\n  pin: ⟦teal-heron-5502⟧\nagain: ⟦teal-heron-5502⟧\n' },
  { id: 'a copy in base64', text: 'store:\n  pin: ⟦teal-heron-5502⟧\nagain: ⟦dGVhbC1oZXJvbi01NTAy⟧\n' },
]

const UNCHANGED: readonly Own[] = [
  { id: 'nothing', text: 'store:\n  pin:\n  x: 1\n' },
  { id: 'null', text: 'store:\n  pin: null\n' },
  { id: 'a tilde', text: 'store: {pin: ~}\n' },
  { id: 'an empty text', text: 'store:\n  pin: ""\n' },
  { id: 'a macro alone', text: 'store:\n  pin: "{{.spectro.var.pin}}"\n' },
  { id: 'no such key', text: 'store:\n  other: 1\n' },
  { id: 'no map on the way', text: 'store: closed\n' },
  { id: 'an empty document', text: '' },
  { id: 'comments alone', text: '# store:\n#   pin: 1\n' },
]

const FAIL_CLOSED: readonly Own[] = [
  { id: 'a tab as indentation', text: 'store:\n\tpin: teal-heron-5502\n' },
  { id: 'the key twice', text: 'store:\n  pin: teal-heron-5502\n  pin: teal-heron-5502-b\n' },
  {
    id: 'a block of another template language',
    text: 'store:\n{{- if .Values.till }}\n  pin: teal-heron-5502\n{{- end }}\n',
  },
]

export const OWN_CASES: readonly MaskingCase[] = [
  ...[...SCALARS, ...BLOCKS, ...PLACES, ...COPIES].map(toCase('mask')),
  ...UNCHANGED.map(toCase('unchanged')),
  ...FAIL_CLOSED.map(toCase('failClosed')),
]
