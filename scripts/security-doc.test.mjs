import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './processes.mjs'

const text = readFileSync(join(root, 'docs/security.md'), 'utf8')

const TEST = /`([\w./-]+\.(?:test|spec)\.(?:tsx?|mjs))`/g

/** The number of level 1 and 2 requirements in each section of OWASP ASVS 5.0.0; those of level 3 come after them. */
const SECTIONS = `
  1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4
  5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2
  8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1
  12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3
  17.1:1 17.2:4 17.3:2`
const REQUIREMENTS = Array.from(SECTIONS.matchAll(/(\S+):(\d+)/g)).flatMap(([, section, count]) =>
  Array.from({ length: Number(count) }, (_none, at) => `${section}.${at + 1}`),
)

/** `7.1–7.3` means 7.1, 7.2 and 7.3; `12` means the whole chapter. */
function numbersIn(cell) {
  const ranges = cell.matchAll(/\b(\d+(?:\.\d+)*?)(?:\.(\d+)–\1\.(\d+))?(?![\d.–])/g)
  return [...ranges].flatMap(([, stem, first, last]) =>
    first === undefined
      ? [stem]
      : Array.from({ length: last - first + 1 }, (_none, at) => `${stem}.${Number(first) + at}`),
  )
}

it('docs/security.md has a row for each requirement of ASVS 5.0, level 2', () => {
  const [, table = ''] = /\| requirements \|.*\n\| --- .*\n((?:\|.*\n)+)/.exec(text) ?? []
  const said = new Set(table.split('\n').flatMap((row) => numbersIn(row.split('|')[1] ?? '')))
  const isSaid = (requirement) => {
    const [chapter, section] = requirement.split('.')
    return [requirement, `${chapter}.${section}`, chapter].some((each) => said.has(each))
  }
  expect(REQUIREMENTS).toHaveLength(253)
  expect(REQUIREMENTS.filter((requirement) => !isSaid(requirement))).toEqual([])
})

it('docs/security.md names tests that exist', () => {
  const named = [...new Set([...text.matchAll(TEST)].map(([, name]) => name))]
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((name) => !['', 'apps/api/src'].some((folder) => existsSync(join(root, folder, name))))).toEqual(
    [],
  )
})
