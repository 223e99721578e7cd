import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './processes.mjs'

/** Licences that require only attribution. */
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

/**
 * These licences cover their own files only, which we neither change nor copy: tools, and a library used unmodified.
 */
const BY_FILE = { 'MPL-2.0': /^(?:axe-core|lightningcss(?:-.+)?)$/, 'EPL-2.0': /^elkjs$/ }

/** Not stated in their package.json, but in their licence file. */
const BY_THEIR_FILE = { 'seq-queue': 'MIT' }

const RUN_AT_INSTALLATION = ['preinstall', 'install', 'postinstall']

/** The installed packages; of platform-specific ones, only those of this platform. */
const packages = globSync('node_modules/.pnpm/*/node_modules/{*,@*/*}/package.json', { cwd: root }).map((file) =>
  JSON.parse(readFileSync(join(root, file), 'utf8')),
)

/** SPDX expressions as packages write them: `A`, `(A OR B)`, `A and B`. */
function isAllowed(name, licence) {
  const stripped = licence.replace(/^\((.*)\)$/, '$1')
  if (/ or /i.test(stripped)) return stripped.split(/ or /i).some((one) => isAllowed(name, one))
  if (/ and /i.test(stripped)) return stripped.split(/ and /i).every((one) => isAllowed(name, one))
  return PERMISSIVE.has(stripped) || BY_FILE[stripped]?.test(name) === true
}

it('every dependency has a licence that permits redistribution', () => {
  const odd = packages
    .map(({ name, license = BY_THEIR_FILE[name] }) => ({ name, license: String(license) }))
    .filter(({ name, license }) => !isAllowed(name, license))
  expect(packages.length).toBeGreaterThan(300)
  expect(odd).toEqual([])
})

it('every dependency with an install script is listed in pnpm-workspace.yaml, allowed or not', () => {
  const workspace = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')
  const named = new Set(Array.from(workspace.matchAll(/^ {2}'?([^':]+)'?: (?:true|false)$/gm), ([, name]) => name))
  const scripted = packages.filter(({ scripts = {} }) => RUN_AT_INSTALLATION.some((script) => script in scripts))
  const unnamed = scripted.map(({ name }) => name).filter((name) => !named.has(name))
  expect(scripted.length).toBeGreaterThan(0)
  expect(unnamed).toEqual([])
})
