import { describe, expect, it } from 'vitest'
import { problemGroup } from './problem-group.ts'
import { problemMessage } from './problem-message.ts'
import { readDocument } from '../read/read-document.ts'
import { PROBLEM_CODES, PROBLEM_GROUPS } from './problems.ts'

describe('the sentence about a problem', () => {
  it.each(PROBLEM_CODES)('is complete even without params: %s', (code) => {
    const message = problemMessage({ code, params: {} })
    expect(message).toMatch(/^[A-Z].*\.$/)
    expect(message).not.toMatch(/undefined| {2}|NaN/)
  })

  it('says what was expected and what is there', () => {
    const params = { expected: 'a comma or a closing brace', found: 'a comment', looksLike: 'unknown' }
    expect(problemMessage({ code: 'MalformedJson', params })).toBe(
      'This is not valid JSON: a comma or a closing brace was expected here, but there is a comment.',
    )
  })

  it.each(['{"a": "b', '{"a": "b\\', '{"a": "b\\u00'])('says that a file may be cut off: %s', (text) => {
    const [problem] = readDocument(new TextEncoder().encode(text), { format: 'json' }).problems
    expect(problem && problemMessage(problem)).toBe(
      'This is not valid JSON: the file ends where a closing double quote was expected; it may be cut off.',
    )
  })

  it('lists everything that JSON allows where a value is expected', () => {
    const [problem] = readDocument(new TextEncoder().encode('// x'), { format: 'json' }).problems
    expect(problem && problemMessage(problem)).toBe(
      'This is not valid JSON: an object, an array, a text, a number, true, false or null was expected here, but there is a comment.',
    )
  })

  it('says how a profile inside another object is imported', () => {
    const file = new TextEncoder().encode('{"data": {"spec": {"template": {"packs": []}}}}')
    const [problem] = readDocument(file, { format: 'json' }).problems
    expect(problem && problemMessage(problem)).toContain('{"data": {…}}')
  })

  it('names what a file is instead', () => {
    expect(problemMessage({ code: 'NotAProfile', params: { looksLike: 'terraform-state' } })).toBe(
      'This is a Terraform state, not a cluster profile; choose a file that was exported as one.',
    )
  })

  it('writes limits with thousands apart', () => {
    expect(problemMessage({ code: 'LimitExceeded', params: { what: 'packs', limit: 1000, actual: 1200 } })).toBe(
      'There are 1,200 here; at most 1,000 layers are allowed.',
    )
  })

  it.each([
    [22_020_096, 'The file has 21 MB; 16 MB are allowed'],
    [16_777_217, 'The file has 16.1 MB; 16 MB are allowed'],
  ])('says how large a file of %i bytes is and may be', (actual, sentence) => {
    expect(problemMessage({ code: 'FileTooLarge', params: { actual, limit: 16_777_216 } })).toContain(sentence)
  })

  it('uses the singular for one', () => {
    const message = (code: 'LimitExceeded' | 'InvalidValue', params: Record<string, number | string | string[]>) =>
      problemMessage({ code, params })
    expect(message('LimitExceeded', { what: 'packs', limit: 1, actual: 1 })).toBe(
      'There is 1 here; at most 1 layer is allowed.',
    )
    expect(message('InvalidValue', { allowed: ['string'] })).toContain('it must be string.')
  })

  it('reads well whatever the name is', () => {
    expect(problemMessage({ code: 'MacroUndefined', params: { macro: 'nowhere', usedIn: [] } })).toBe(
      'The macro "nowhere" is not defined here; create it.',
    )
  })

  it('cuts no name', () => {
    const macro = 'a'.repeat(253)
    expect(problemMessage({ code: 'MacroUndefined', params: { macro, usedIn: [] } })).toContain(`"${macro}"`)
  })

  it('names a place by its number, not by its path', () => {
    const params = { name: 'web', manifest: 'one', first: 'spec.template.packs[2].manifests[0].name' }
    expect(problemMessage({ code: 'DuplicateManifest', params })).toBe(
      'web has two manifests called "one", of which manifest 1 is the first; rename one of them.',
    )
  })

  it('names the setting behind a limit that an installation may set', () => {
    expect(problemMessage({ code: 'YamlLimit', params: { name: 'textBytes', limit: 4_194_304 } })).toBe(
      "This YAML is too large: at most 4 MB in one text are allowed (the server's setting MAX_TEXT_BYTES says so).",
    )
  })

  it('joins lists with commas and a final "and"', () => {
    const params = { name: 'ebs-csi', version: '1.57.1', available: ['1.57.0', '1.56.2', '1.58.0'] }
    expect(problemMessage({ code: 'PackVersionNotFound', params })).toBe(
      'ebs-csi 1.57.1 is in no registry here; choose 1.57.0, 1.56.2 or 1.58.0 instead.',
    )
  })

  it('names the only version that can be chosen', () => {
    const params = { name: 'ebs-csi', version: '1.57.1', available: ['1.57.0'] }
    expect(problemMessage({ code: 'PackVersionNotFound', params })).toBe(
      'ebs-csi 1.57.1 is in no registry here; choose 1.57.0 instead.',
    )
  })

  it('cannot be reordered by a name', () => {
    expect(problemMessage({ code: 'UnknownField', params: { field: 'a\u202eb' } })).not.toContain('\u202e')
  })
})

describe('the group of a problem', () => {
  it.each(PROBLEM_CODES)('is one of the wizard: %s', (code) => {
    expect(PROBLEM_GROUPS).toContain(problemGroup(code))
  })

  it('is the name where name and version can be changed', () => {
    expect(problemGroup('InvalidCharacter', 'metadata.name')).toBe('name')
  })
})
