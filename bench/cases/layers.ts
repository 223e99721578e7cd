import type pg from 'pg'
import { exportByHand } from '../floors/export-by-hand.ts'
import { createRawInsertion } from '../floors/insert-by-hand.ts'
import { validateByHand } from '../floors/validate-by-hand.ts'
import { interleave } from '../measure.ts'
import { freshFiles } from '../profile-file.ts'
import { ratioRow } from '../report.ts'
import type { Case } from './bench.ts'

const WARM_UP = 5

const named = (layers: number) => `${layers.toLocaleString('en')} layers`

/** Updates the tenant's statistics, as a database that has run for a minute has them. */
const analyze = (database: pg.Client) => database.query('ANALYZE')

export const exporting =
  (layers: number, atMost: number): Case =>
  async ({ database, cipher, open, runs }) => {
    const { client } = await open()
    const uid = await client.importProfile(freshFiles(layers, 1)[0] ?? '')
    await analyze(database)
    const { ours, floor } = await interleave(
      { floor: () => exportByHand(database, cipher, uid), ours: () => client.exportProfile(uid) },
      { runs, warmUp: WARM_UP },
    )
    return [
      ratioRow(`${named(layers)}: export, beside rows decrypted and written in one loop`, { ours, floor, atMost }),
    ]
  }

export const validating =
  (layers: number, atMost: number): Case =>
  async ({ open, runs }) => {
    const { client } = await open()
    const files = freshFiles(layers, runs + WARM_UP)
    const { ours, floor } = await interleave(
      {
        floor: async (run) => validateByHand(files[run] ?? ''),
        ours: (run) => client.validate(files[run] ?? ''),
      },
      { runs, warmUp: WARM_UP },
    )
    return [ratioRow(`${named(layers)}: validate, beside JSON.parse and the YAML parser`, { ours, floor, atMost })]
  }

export const importing =
  (layers: number, atMost: number): Case =>
  async ({ database, open, runs }) => {
    const { client } = await open()
    const [first = '', ...files] = freshFiles(layers, runs + WARM_UP + 1)
    const uid = await client.importProfile(first)
    await analyze(database)
    const { ours, floor } = await interleave(
      { floor: createRawInsertion(database, uid), ours: (run) => client.importProfile(files[run] ?? '') },
      { runs, warmUp: WARM_UP },
    )
    return [ratioRow(`${named(layers)}: import, beside the same rows by hand in SQL`, { ours, floor, atMost })]
  }

/** Compares a call for a file that was just validated with validating it the first time. */
export const again =
  (layers: number, atMost: number): Case =>
  async ({ open, runs }) => {
    const { client } = await open()
    const files = freshFiles(layers, runs + WARM_UP)
    const { first, second, imported } = await interleave(
      {
        first: (run) => client.validate(files[run] ?? ''),
        second: (run) => client.validate(files[run] ?? ''),
        imported: (run) => client.importProfile(files[run] ?? ''),
      },
      { runs, warmUp: WARM_UP },
    )
    return [
      ratioRow(`${named(layers)}: the same file validated again, beside the first time`, { ours: second, floor: first, atMost }), // prettier-ignore
      ratioRow(`${named(layers)}: import right after validate, beside validate`, { ours: imported, floor: first, atMost }), // prettier-ignore
    ]
  }
