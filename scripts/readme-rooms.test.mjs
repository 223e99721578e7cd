import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './processes.mjs'

const foldersOf = (path) =>
  existsSync(join(root, path))
    ? readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
    : []

/** The drawing of `src/` or the table of folders; empty if there is neither. */
function drawnIn(path) {
  const text = readFileSync(join(root, path, 'README.md'), 'utf8')
  return /^src\/$.*?^```|^\| Folder .*?^(?!\|)/ms.exec(text)?.[0] ?? ''
}

const roomsOf = (path) => foldersOf(path).filter((room) => room !== 'testing' && room !== 'fixtures')

const PLACES = [
  ...['apps/api', 'apps/web'].flatMap((path) => ['src', 'src/features', 'src/platform'].map((place) => [path, place])),
  ...foldersOf('packages').map((name) => [`packages/${name}`, 'src']),
].filter(([path, place]) => roomsOf(`${path}/${place}`).length > 0)

/** As `name/` or, in a table, as `name` in backticks. */
const isNamed = (text, room) => new RegExp(`(?:^|[\\s/])${room}/|\`${room}/?\``, 'm').test(text)

it.each(PLACES)('the README of %s draws each folder of %s', (path, place) => {
  const drawn = drawnIn(path)
  expect(roomsOf(`${path}/${place}`).filter((room) => !isNamed(drawn, room))).toEqual([])
})
