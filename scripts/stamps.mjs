// Steps run again only if their sources have changed: a hash of these is kept beside the result.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StepError, root } from './processes.mjs'

const isLeftOut = (name) => name === 'node_modules' || name === 'dist' || name.includes('.test.')

function* filesUnder(path) {
  const full = join(root, path)
  if (!existsSync(full)) return
  if (!statSync(full).isDirectory()) {
    yield path
    return
  }
  for (const name of readdirSync(full).sort()) if (!isLeftOut(name)) yield* filesUnder(`${path}/${name}`)
}

/**
 * Runs a step if one of its results is missing or older than its sources. An interrupted step runs again.
 * @param {{ stamp: string, sources: string[], results: string[] }} of paths from the root; sources are files and folders, without tests
 */
export async function whenChanged({ stamp, sources, results }, step) {
  const hash = hashOf(sources)
  if (results.every((result) => existsSync(join(root, result))) && isStamped(stamp, hash)) return
  writeStamp(stamp, 'unfinished')
  await step()
  writeStamp(stamp, hash)
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesUnder(path))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0')
  }
  return hash.digest('hex')
}

function isStamped(stamp, hash) {
  const file = join(root, stamp)
  return existsSync(file) && readFileSync(file, 'utf8') === hash
}

function writeStamp(stamp, hash) {
  const file = join(root, stamp)
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, hash)
  } catch (error) {
    throw new StepError(`${dirname(file)} cannot be written (${error.code}): installing and building need that.`)
  }
}
