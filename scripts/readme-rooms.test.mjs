import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './processes.mjs'

const foldersOf = (path) =>
  existsSync(join(root, path))
    ? readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
    : []

const readme = (path) => readFileSync(join(root, path, 'README.md'), 'utf8')
const drawsRooms = (path) => /^src\/$|^\| Folder /m.test(readme(path))

const APPS = ['apps/api', 'apps/web']
const PACKAGES = foldersOf('packages').map((name) => `packages/${name}`)

/** READMEs that describe the folders, each with the places whose folders it has to name. */
const DRAWN = [
  ...APPS.map((path) => ({ path, places: ['src', 'src/features', 'src/platform'] })),
  ...PACKAGES.filter((path) => drawsRooms(path)).map((path) => ({ path, places: ['src'] })),
]

/** As `name/` or, in a table, as `name` in backticks. */
const isNamed = (text, room) => new RegExp(`(?:^|[\\s/])${room}/|\`${room}/?\``, 'm').test(text)

it.each(DRAWN)('the README of $path names each of its folders', ({ path, places }) => {
  const text = readme(path)
  const rooms = places.flatMap((place) => foldersOf(`${path}/${place}`))
  expect(rooms.filter((room) => room !== 'testing' && room !== 'fixtures' && !isNamed(text, room))).toEqual([])
})
