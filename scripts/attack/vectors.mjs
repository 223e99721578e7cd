import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { StepError } from '../processes.mjs'

/** Reads a folder of vectors; a missing file means that there is no such set. */
export function readVectors(folder) {
  const read = (name) =>
    existsSync(join(folder, name)) ? JSON.parse(readFileSync(join(folder, name), 'utf8')) : undefined
  const found = {
    folder,
    files: read('vectors.json')?.vectors ?? [],
    masking: read('masking.json')?.cases ?? [],
    texts: read('secrets-in-text.json')?.cases ?? [],
    addresses: read('ssrf-urls.json')?.urls ?? [],
  }
  if (!Object.values(found).some((set) => Array.isArray(set) && set.length > 0))
    throw new StepError(`There are no vectors in ${folder}`)
  return found
}

export const bytesOf = ({ folder }, name) => readFileSync(join(folder, name))

/** The pack of a masking case: its schema declares what is secret. */
export const packOfCase = ({ id }) => `p-${id}`
