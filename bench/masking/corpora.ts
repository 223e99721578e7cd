import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Third-party texts beside the project, if there are any; never part of it. */
const SHARED = join(import.meta.dirname, '../../../shared')

export interface SecretText {
  id: string
  category: string
  text: string
  secret: string
}

interface Label {
  path?: (string | number)[]
  kind: string
  today?: string
  reference?: boolean
}

export interface LabelledFile {
  file: string
  labels: Label[]
  text: string
}

export interface Score {
  file: string
  variant: 'shipped' | 'filled'
  secrets: number
  misses: { path: (string | number)[]; form: string; secret: string }[]
  scalars: number
  falseMasks: { path: (string | number)[]; was: string; now: string; labelled: string }[]
  coarse: { path: (string | number)[] }[]
  commentFalseMasks: string[]
  commentLiteralsReadable: number
  unparsable: boolean
}

/** Fills the labelled places and scores the results. */
export interface Slots {
  loadLabels: () => LabelledFile[]
  fill: (
    text: string,
    labels: readonly Label[],
    options: { seed: number; file: string },
  ) => { text: string; injected: { path: (string | number)[]; form: string; secret: string; parts: string[] }[] }
  score: (given: LabelledFile & { input?: string; exported: string; injected?: unknown }) => Score
  readable: (text: string, parts: readonly string[]) => boolean
}

/** Texts with one secret each; none if the folder is absent. */
export function readSecretTexts(): SecretText[] {
  const file = join(SHARED, 'security/vectors/secrets-in-text.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: SecretText[] }).cases : []
}

/** The labelled values files with their scorer; undefined if the folder is absent. */
export async function readSlots(): Promise<Slots | undefined> {
  const file = join(SHARED, 'security/slots.mjs')
  if (!existsSync(file)) return undefined
  process.env['PRODUCT'] ??= join(import.meta.dirname, '../..')
  return (await import(pathToFileURL(file).href)) as Slots
}

/** A pseudo-random but stable half, so that rules are tuned on one and tested on the other. */
export function halfOf(name: string): 'tuned' | 'held-out' {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return ((hash >>> 16) & 1) === 0 ? 'tuned' : 'held-out'
}
