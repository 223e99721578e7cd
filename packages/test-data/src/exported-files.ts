import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sharedPath } from './shared-data.ts'

/** A profile as Palette exports it. */
export interface ExportedFile {
  name: string
  bytes: Uint8Array
  /** True if we made it; otherwise it was published by others. */
  isOwn: boolean
}

/** Profiles of every kind: our own, and those published by others if they are next to the checkout. */
export function exportedFiles(): ExportedFile[] {
  const own = join(import.meta.dirname, 'fixtures/exports')
  const shared = sharedPath('corpus/exports')
  return [...filesIn(own, true), ...(shared === undefined ? [] : filesIn(shared, false))]
}

const filesIn = (folder: string, isOwn: boolean): ExportedFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))), isOwn }))

/** The warnings expected for some of the files, as `code path`; the others have none. */
export const WARNINGS: Readonly<Record<string, readonly string[]>> = {
  'azure-sketch.json': ['UnknownField spec.variables[].isHidden'],
  'draft-with-variable.json': ['VariableUnused spec.variables[].name'],
  'librarium-cluster-template-aws-draft-hello-replicas.json': ['VariableUnused spec.variables[].name'],
  'librarium-cluster-template-azure.json': ['UnknownField spec.variables[].isHidden'],
}

/** Files exactly as Palette wrote them, on one line, before it exported variables. */
export const AS_WRITTEN: readonly string[] = ['edge-shelf.json', 'tutorials-edge-tf-docs-ubuntu-k3s.json']
