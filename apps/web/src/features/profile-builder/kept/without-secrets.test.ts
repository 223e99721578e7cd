import { expect, it } from 'vitest'
import { NEW_VARIABLE, readVariable, textOfVariable, variableKey } from '../state/variable-texts.ts'
import { placedProblems } from '../texts/placed-problems.ts'
import { proseWithoutSecrets, variableWithoutSecrets, yamlWithoutSecrets } from './without-secrets.ts'

const stored = 'replicas: 2\nlogin:\n  phrase: "********"\n'

it('keeps what is no secret byte for byte', () => {
  expect(yamlWithoutSecrets(stored.replace('2', '3  # more'), stored)).toBe(stored.replace('2', '3  # more'))
})

it('does not keep what replaced a mask', () => {
  expect(yamlWithoutSecrets('login:\n  phrase: blue door\n', stored)).toBe('login:\n  phrase: "********"\n')
})

it('does not keep what looks like a secret', () => {
  expect(yamlWithoutSecrets('database:\n  password: Made-up-71\n', '')).not.toContain('Made-up-71')
})

it('keeps nothing of a text with secrets that cannot be read', () => {
  expect(yamlWithoutSecrets('password: Made-up-71\nb: [\n', '')).toBeNull()
})

it('does not keep a secret of a description', () => {
  expect(proseWithoutSecrets('The database: postgres://admin:Made-up-71@db.example/app')).not.toContain('Made-up-71')
})

it('does not keep the default that was typed for a sensitive variable, but for a mask that stands for what is stored', () => {
  const pin = { ...NEW_VARIABLE, name: 'pin', isSensitive: true }
  const stored = textOfVariable({ ...pin, defaultValue: '********' })
  const kept = variableWithoutSecrets(textOfVariable({ ...pin, defaultValue: 'blue door', regex: '.+' }), stored)
  expect(readVariable(kept)).toMatchObject({ defaultValue: '********', regex: '.+' })
})

it('leaves a mask that stands for nothing of the default that was typed for a new sensitive variable', () => {
  const typed = textOfVariable({ ...NEW_VARIABLE, name: 'pin', isSensitive: true, defaultValue: 'blue door' })
  const kept = variableWithoutSecrets(typed, undefined)
  expect(readVariable(kept).defaultValue).toBe('********')
  const key = variableKey('pin')
  expect(placedProblems({ base: {}, texts: { [key]: kept, stack: '[]' } }, null)).toMatchObject([
    { place: { key }, severity: 'error', message: 'This mask stands for nothing that is stored. Type a value.' },
  ])
})

it('keeps that a sensitive default was emptied', () => {
  const pin = { ...NEW_VARIABLE, name: 'pin', isSensitive: true }
  const kept = variableWithoutSecrets(textOfVariable(pin), textOfVariable({ ...pin, defaultValue: '********' }))
  expect(readVariable(kept).defaultValue).toBe('')
})
