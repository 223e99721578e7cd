import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './processes.mjs'

/** They ask for no more than to be named. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'PSF-2.0',
  'Unlicense',
])

/** They hold for their own files, which we neither change nor take over: tools, and a library that is used as it comes. */
const BY_FILE = { 'MPL-2.0': /^(?:axe-core|lightningcss(?:-.+)?)$/, 'EPL-2.0': /^elkjs$/ }

/** Their package.json has none, their licence file has. */
const BY_THEIR_FILE = { 'seq-queue': 'MIT' }

const RUN_AT_INSTALLATION = ['preinstall', 'install', 'postinstall']

/** What is installed here: of packages by platform, those of this one. */
const packages = globSync('node_modules/.pnpm/*/node_modules/{*,@*/*}/package.json', { cwd: root }).map((file) =>
  JSON.parse(readFileSync(join(root, file), 'utf8')),
)

/** SPDX as packages write it: `A`, `(A OR B)`, `A and B`. */
function isAllowed(name, licence) {
  const stripped = licence.replace(/^\((.*)\)$/, '$1')
  if (/ or /i.test(stripped)) return stripped.split(/ or /i).some((one) => isAllowed(name, one))
  if (/ and /i.test(stripped)) return stripped.split(/ and /i).every((one) => isAllowed(name, one))
  return PERMISSIVE.has(stripped) || BY_FILE[stripped]?.test(name) === true
}

it('every dependency has a licence that may be passed on', () => {
  const odd = packages
    .map(({ name, license = BY_THEIR_FILE[name] }) => ({ name, license: String(license) }))
    .filter(({ name, license }) => !isAllowed(name, license))
  expect(packages.length).toBeGreaterThan(300)
  expect(odd).toEqual([])
})

it('every dependency with a script that would run at installation is named in pnpm-workspace.yaml, allowed or not', () => {
  const workspace = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')
  const named = new Set(Array.from(workspace.matchAll(/^ {2}'?([^':]+)'?: (?:true|false)$/gm), ([, name]) => name))
  const scripted = packages.filter(({ scripts = {} }) => RUN_AT_INSTALLATION.some((script) => script in scripts))
  const unnamed = scripted.map(({ name }) => name).filter((name) => !named.has(name))
  expect(scripted.length).toBeGreaterThan(0)
  expect(unnamed).toEqual([])
})
