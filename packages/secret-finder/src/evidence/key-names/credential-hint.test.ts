import { describe, expect, it } from 'vitest'
import { hintsAtCredential } from './credential-hint.ts'

describe('a hint of a credential', () => {
  it.each([
    'pw',
    'x PW',
    'my-Password',
    'dbpw',
    'a sas',
    'user x',
    'mot_de_passe',
    'motde',
    'a\npin',
    'größe',
    'a\u0001b',
  ])('is found in %j', (text) => {
    expect(hintsAtCredential(text)).toBe(true)
  })

  it.each(['', 'p', 'replicas: 3', 'spinner', 'a\tb\r\n', 'users: 4', 'canvas', 'image: shop/app'])(
    'is not found in %j',
    (text) => {
      expect(hintsAtCredential(text)).toBe(false)
    },
  )
})
