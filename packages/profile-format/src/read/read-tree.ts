import { scanJson, type TreeReading } from './json/scan-json.ts'
import { readYamlTree } from './read-yaml-tree.ts'
import type { TreeNode } from './tree.ts'

/** The formats that a profile can be written in. */
export type DocumentFormat = 'json' | 'yaml'

/** Reads a text of this format into a tree. Null, with problems in the log, when that is impossible. */
export function readTree(text: string, format: DocumentFormat, reading: TreeReading): TreeNode | null {
  return format === 'yaml' ? readYamlTree(text, reading) : scanJson(text, reading)
}
