import { EMPTY_VARIABLE } from '@waybill/profile-format'
import { MASK } from '@waybill/layer-text'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readVariable, textOfVariable, variableKey } from '../state/variable-texts.ts'
import { placedProblems } from '../texts/problems/placed-problems.ts'
import { proseWithoutSecrets, variableWithoutSecrets, yamlWithoutSecrets } from './without-secrets.ts'

const stored = 'replicas: 2\nlogin:\n  phrase: "********"\n'

it('keeps texts without secrets byte for byte', () => {
  expect(yamlWithoutSecrets(stored.replace('2', '3  # more'), stored)).toBe(stored.replace('2', '3  # more'))
})

it('does not keep what replaced a mask', () => {
  expect(yamlWithoutSecrets('login:\n  phrase: blue door\n', stored)).toBe('login:\n  phrase: "********"\n')
})

const list = 'replicas: 2\nlist:\n- name: a\n  setting: "********"\n'
it.each([
  ['an item above it', 'list:\n- name: new\n  setting: plain\n- name: a\n  setting: bluehorse\n', list],
  ['a key that was renamed', 'list:\n- name: a\n  other: bluehorse\n', list],
  ['a copy of its item, renamed', 'list:\n- setting: "********"\n- name: a\n  setting: bluehorse\n', list],
  ['another key beside a value for its own', 'login:\n  phrase: plain\n  other: bluehorse\n', stored],
  ['another map', 'login: {}\nother:\n  word: bluehorse\n', stored],
  ['an item of another place', 'args: [new, bluehorse]\n', 'args: ["********"]\n'],
  ['a comment', 'login:\n  # phrase: bluehorse\n  phrase: plain\n', stored],
  ['the first of two values of its key', 'login:\n  phrase: bluehorse\n  phrase: plain\n', stored],
  ['a second document', 'a: 1\n---\nlogin:\n  phrase: bluehorse\n', stored],
  ['a longer text', 'login:\n  phrase: "say bluehorse"\n', stored],
  ['a text that cannot be read', 'list:\n- word: bluehorse\nb: [\n', list],
  ['a block', 'login:\n  phrase: |\n    bluehorse\n', stored],
])('does not keep what replaced a mask in %s', (_where, text, before) => {
  expect(yamlWithoutSecrets(text, before) ?? '').not.toContain('bluehorse')
})

it('keeps what is changed elsewhere while every mask is in its place', () => {
  const text = list.replace('2', '5').replace('name: a', 'name: b')
  expect(yamlWithoutSecrets(text, list)).toBe(text)
})

it('keeps values that were in clear before, where a mask is gone', () => {
  const text = 'list:\n- name: a\n  setting: bluehorse\nreplicas: 2\non: true\n'
  expect(yamlWithoutSecrets(text, list)).toBe(text.replace('bluehorse', '"********"'))
})

const word = fc.constantFrom('name', 'setting', 'list', 'other')
const tree = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('plain', 'other text', 2, true, MASK),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(word, tie('node'), { maxKeys: 3 }),
  ),
})).node

it('keeps nothing that was typed in place of a mask, wherever it was moved', () => {
  fc.assert(
    fc.property(tree, tree, fc.stringMatching(/^secret-[a-z]{4}$/), (before, after, typed) => {
      const loaded = JSON.stringify({ first: MASK, before })
      // The mask is gone from the text, and its value is somewhere else.
      const now = JSON.stringify({ after }).replaceAll(MASK, typed)
      expect(yamlWithoutSecrets(now, loaded) ?? '').not.toContain(typed)
    }),
  )
})

it('does not keep what looks like a secret', () => {
  expect(yamlWithoutSecrets('database:\n  password: Made-up-71\n', '')).not.toContain('Made-up-71')
})

it('keeps nothing of a text with secrets that cannot be parsed', () => {
  expect(yamlWithoutSecrets('password: Made-up-71\nb: [\n', '')).toBeNull()
})

it('does not keep a secret in a description', () => {
  expect(proseWithoutSecrets('The database: postgres://admin:Made-up-71@db.example/app')).not.toContain('Made-up-71')
})

it('does not keep the default typed for a sensitive variable, except a mask of the stored one', () => {
  const pin = { ...EMPTY_VARIABLE, name: 'pin', isSensitive: true }
  const stored = textOfVariable({ ...pin, defaultValue: '********' })
  const kept = variableWithoutSecrets(textOfVariable({ ...pin, defaultValue: 'blue door', regex: '.+' }), stored)
  expect(readVariable(kept)).toMatchObject({ defaultValue: '********', regex: '.+' })
})

it('replaces the default typed for a new sensitive variable with a mask that refers to nothing', () => {
  const typed = textOfVariable({ ...EMPTY_VARIABLE, name: 'pin', isSensitive: true, defaultValue: 'blue door' })
  const kept = variableWithoutSecrets(typed, undefined)
  expect(readVariable(kept).defaultValue).toBe('********')
  const key = variableKey('pin')
  expect(placedProblems({ base: {}, texts: { [key]: kept, stack: '[]' } }, null)).toMatchObject([
    { place: { key }, severity: 'error', message: 'Nothing is stored behind this mask. Type a value.' },
  ])
})

it('keeps the fact that a sensitive default was cleared', () => {
  const pin = { ...EMPTY_VARIABLE, name: 'pin', isSensitive: true }
  const kept = variableWithoutSecrets(textOfVariable(pin), textOfVariable({ ...pin, defaultValue: '********' }))
  expect(readVariable(kept).defaultValue).toBe('')
})
