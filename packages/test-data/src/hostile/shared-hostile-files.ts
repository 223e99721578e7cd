import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { HostileFile } from './hostile-file.ts'
import { sharedPath } from '../shared-data.ts'

const range = z.tuple([z.number(), z.number()])
const vectorSchema = z.object({
  file: z.string(),
  send: z.object({ filename: z.string(), contentType: z.string() }),
  expect: z.object({
    status: range,
    orStatus: range.optional(),
    errorClass: z.string().nullable(),
    mustNotContain: z.array(z.string()),
    persistedRows: z.number().nullable(),
    repeat: z.number().default(1),
    parallel: z.number().optional(),
    grepLogsFor: z.array(z.string()).default([]),
  }),
})
type Vector = z.infer<typeof vectorSchema>

/** Our codes for the classes used there: those of an import, and those of reading. */
const CODES: Readonly<Record<string, { codes: readonly string[]; read?: readonly string[] }>> = {
  ARCHIVE_UNSAFE: { codes: ['UnsupportedMedia'], read: ['UnsupportedMedia'] },
  CONFLICT: { codes: ['ClusterProfileAlreadyExists'] },
  DUPLICATE_KEY: { codes: ['DuplicateKey'], read: ['DuplicateKey'] },
  ENCODING: { codes: ['Encoding'], read: ['Encoding'] },
  FORBIDDEN_KEY: { codes: ['ForbiddenKey'], read: ['ForbiddenKey'] },
  LIMIT_EXCEEDED: { codes: ['LimitExceeded', 'PayloadTooLarge'], read: ['LimitExceeded', 'FileTooLarge'] },
  MALFORMED_JSON: { codes: ['MalformedJson', 'Empty'], read: ['MalformedJson', 'Empty'] },
  REGEX_INVALID: { codes: ['RegexInvalid'] },
  REGISTRY_NOT_FOUND: { codes: ['RegistryNotFound'] },
  UNSUPPORTED_MEDIA: { codes: ['UnsupportedMedia'], read: ['UnsupportedMedia'] },
  VALIDATION: {
    codes: ['NotAProfile', 'ProfileRefused'],
    read: ['InvalidCharacter', 'InvalidName', 'MacroCycle', 'NotAProfile', 'WrongType'],
  },
  YAML_INVALID: { codes: ['YamlInvalid'] },
  YAML_LIMIT: { codes: ['YamlLimit', 'LimitExceeded'] },
}

/** Patterns for the names of files, by what they test. */
const LATER = /packs-dup-layer|regex-/
const NAMES_AND_TEXTS = /^(name|text)-/
const PLANS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^regex-refused-/, ['RegexInvalid']],
  [/^regex-redos-/, ['VariableInvalid']],
  [/^packs-dup-layer/, ['DuplicateName']],
  [/^idor-/, ['RegistryNotFound']],
  [/^ok-/, []],
]
const YAML: readonly (readonly [RegExp, HostileFile['yamlCode']])[] = [
  [/^yaml-(invalid|js)/, 'YamlInvalid'],
  [/^yaml-(binary|proto|comment)|^ok-(yaml|comments|no-trailing|utf8)/, 'fine'],
  [/^yaml-/, 'YamlLimit'],
]

const firstOf = <Value>(table: readonly (readonly [RegExp, Value])[], name: string): Value | undefined =>
  table.find(([pattern]) => pattern.test(name))?.[1]

function readCodesOf(name: string, errorClass: string | null): readonly string[] | undefined {
  if (errorClass === null) return NAMES_AND_TEXTS.test(name) ? undefined : []
  return LATER.test(name) ? undefined : CODES[errorClass]?.read
}

function toHostileFile(folder: string, { file, send, expect }: Vector): HostileFile {
  const name = basename(file)
  return {
    name,
    bytes: () => new Uint8Array(readFileSync(join(folder, file))),
    fileName: send.filename,
    contentType: send.contentType,
    statuses: [expect.status, ...(expect.orStatus ? [expect.orStatus] : [])],
    codes: CODES[expect.errorClass ?? '']?.codes ?? [],
    readCodes: readCodesOf(name, expect.errorClass),
    planCodes: firstOf(PLANS, name),
    yamlCode: firstOf(YAML, name),
    mustNotContain: [...expect.mustNotContain, ...expect.grepLogsFor],
    isKept: expect.persistedRows !== 0,
    repeat: expect.repeat,
    ...(expect.parallel !== undefined && { parallel: expect.parallel }),
    ...(name.startsWith('idor-registry-uid') && { foreignRegistry: '<UID-OF-OTHER-TENANT-REGISTRY>' }),
  }
}

/** Files made by others, if they are next to the checkout. */
export function sharedHostileFiles(): HostileFile[] {
  const folder = sharedPath('security/vectors')
  if (folder === undefined) return []
  const index: unknown = JSON.parse(readFileSync(join(folder, 'vectors.json'), 'utf8'))
  return z
    .object({ vectors: z.array(vectorSchema) })
    .parse(index)
    .vectors.map((vector) => toHostileFile(folder, vector))
}
