import { join } from 'node:path'
import { expect, it } from 'vitest'
import { attack } from './attack.mjs'
import { startOwnServer } from './own-server.mjs'
import { readVectors } from './vectors.mjs'

it('finds no faults in a server that withstands our own vectors', async () => {
  const vectors = readVectors(join(import.meta.dirname, 'own-vectors'))
  const server = await startOwnServer(vectors)
  try {
    const rows = await attack(server, vectors)
    expect(rows.map(({ sent, refused, failures }) => [sent, refused, failures])).toEqual([
      [7, 0, []],
      [2, 0, []],
      [2, 0, []],
      [5, 0, []],
    ])
  } finally {
    await server.stop()
  }
})

it('detects what a server does wrong', async () => {
  const vectors = readVectors(join(import.meta.dirname, 'own-vectors'))
  const server = await startOwnServer(vectors)
  try {
    const [file] = vectors.files
    const [text] = vectors.texts
    const wrong = {
      ...vectors,
      files: [{ ...file, expect: { ...file.expect, status: [422, 422] } }],
      // Part of every export.
      texts: [{ ...text, secret: 'hello-universe' }],
      masking: [],
      addresses: [],
    }
    const rows = await attack(server, wrong)
    expect(rows.map(({ failures }) => failures.map(({ why }) => why.slice(0, 12)))).toEqual([
      ['answered 201'],
      ['the export h'],
    ])
  } finally {
    await server.stop()
  }
})
