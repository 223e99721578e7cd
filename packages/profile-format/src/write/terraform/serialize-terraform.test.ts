import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProfileDocument } from '../../document/document.ts'
import { documentOf, packNamed } from '../../plan/plan-facts.fixture.ts'
import { readDocument } from '../../read/read-document.ts'
import { serializeTerraform } from './serialize-terraform.ts'
import { readHclText, readTemplate } from '../../testing/read-hcl-text.ts'
import { countCalls } from '@waybill/layer-text/testing/count-calls'
import { patternsOutOfProportion } from '@waybill/layer-text/testing/patterns-out-of-proportion'

const FIXTURES = join(import.meta.dirname, '../../fixtures/terraform')

function documentIn(folder: string): ProfileDocument {
  const { document } = readDocument(readFileSync(join(folder, 'input.json')), { format: 'json' })
  if (!document) throw new Error('the fixture is no profile')
  return document
}

describe('a profile as Terraform configuration', () => {
  it.each(readdirSync(FIXTURES))('is the expected one: %s', async (name) => {
    const folder = join(FIXTURES, name)
    const document = documentIn(folder)
    const written = (format: 'hcl' | 'json') => serializeTerraform(document, { format, context: 'project' })
    await expect(written('hcl')).toMatchFileSnapshot(join(folder, 'expected.tf'))
    await expect(written('json')).toMatchFileSnapshot(join(folder, 'expected.tf.json'))
  })

  it('has one data source for layers that look up the same', () => {
    const packs = [packNamed('page'), packNamed('blue--page'), packNamed('other')]
    const written = serializeTerraform(documentOf(packs), { format: 'hcl', context: 'tenant' })
    expect(written.match(/data "spectrocloud_registry"/g)).toHaveLength(1)
    expect(written.match(/data "spectrocloud_pack"/g)).toHaveLength(2)
  })

  it('is aligned as terraform fmt aligns it: across a heredoc, but not after a bracket', () => {
    const values = (description: string) => ({ ...documentOf([]), description })
    const written = (description: string) =>
      serializeTerraform(values(description), { format: 'hcl', context: 'tenant' })
    expect(written('one\ntwo\n')).toContain('\n  description = <<EOT\none\ntwo\nEOT\n  version     = ')
    expect(written('one\ntwo')).toContain('\n  description = chomp(<<EOT\none\ntwo\nEOT\n  )\n  version = ')
  })

  it('gives every input a unique name', () => {
    const packs = ['a-b', 'a_b', '1'].map((name) => packNamed(name, { values: 'x: "********"' }))
    const written = serializeTerraform(documentOf(packs), { format: 'hcl', context: 'tenant' })
    expect([...written.matchAll(/variable "([^"]+)"/g)].map((match) => match[1])).toEqual([
      'secret_a_b_x',
      'secret_a_b_x_2',
      'secret_1_x',
    ])
  })
})

describe('writing Terraform', () => {
  const written = (values: string, name = 'page') =>
    serializeTerraform(documentOf([packNamed(name, { values })]), { format: 'hcl', context: 'tenant' })

  it.each([
    ['signs', `a: "${'$%'.repeat(2_000)}"\n`],
    ['signs before what ends a template', `a: "${'$%'.repeat(2_000)}x"\nb: "********"\n`],
    ['signs before an expression', `a: $${'%$'.repeat(2_000)}"********"\n`],
  ])('takes time in proportion to a text with %s', (_, values) => {
    expect(patternsOutOfProportion(() => written(values))).toEqual([])
  })

  it('finds a free name for each of many that are cut to the same text', () => {
    const values = (count: number) => Array.from({ length: count }, (_, at) => `k${at}: "********"\n`).join('')
    const looks = (count: number) => countCalls(Set.prototype, 'has', () => written(values(count), 'n'.repeat(90)))
    expect(looks(400)).toBeLessThan(3 * looks(200))
  })

  it('ends a heredoc with a marker that is not a line of the text', () => {
    const lines = ['', 'EOT', 'EOT_2', 'EOT_3', 'EOT_44'].map((word) => `  ${word}\n`)
    expect(written(`a: |\n${lines.join('')}`)).toContain('<<EOT_4\na: |')
  })
})

const piece = fc.oneof(
  fc.constantFrom(
    '${',
    '%{',
    '$',
    '%',
    '$$',
    '"',
    '\\',
    '\n',
    '\r\n',
    '\t',
    'EOT',
    '\nEOT\n',
    '~',
    '{',
    '}',
    '\u0000',
    '\ufeff',
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 5 }),
)
const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''))

const valuesOf = (values: string) => documentOf([packNamed('page', { values })])

describe('any text', () => {
  it('is read back byte for byte from HCL', () => {
    fc.assert(
      fc.property(text, (values) => {
        fc.pre(values !== '')
        const written = serializeTerraform(valuesOf(values), { format: 'hcl', context: 'project' })
        expect(readHclText(written, 'values')).toBe(values)
      }),
    )
  })

  it('is read back byte for byte from JSON', () => {
    fc.assert(
      fc.property(text, (values) => {
        fc.pre(values !== '')
        const written = JSON.parse(serializeTerraform(valuesOf(values), { format: 'json', context: 'project' }))
        const [profile] = Object.values<{ pack: { values: string }[] }>(written.resource.spectrocloud_cluster_profile)
        expect(readTemplate(profile?.pack[0]?.values ?? '')).toBe(values)
      }),
    )
  })
})
