import { readSchemaExpression } from './schema-expression.ts'
import type { SchemaExpression } from './schema-expression.ts'
import { treeOf, scalarValue } from '@waybill/layer-text'
import type { YamlEntry, YamlNode } from '@waybill/layer-text'

/** One entry of a pack's schema.yaml: what may stand at a path of its values. */
export interface PackSchemaEntry extends SchemaExpression {
  /** As written, e.g. `charts.hspc.vsp.password`, `users.[*].password`, `path.$[]`. */
  path: string
}

/**
 * Reads a schema.yaml: a map of whole dotted paths, each with a `schema` expression. Empty for a schema that is
 * commented out, beyond the limits or no YAML; an entry without an expression is left out.
 */
export function parsePackSchema(schemaYaml: string): PackSchemaEntry[] {
  const tree = treeOf(schemaYaml)
  if (!tree) return []
  const { documents, text } = tree
  return documents.flatMap((root) =>
    root.kind === 'map' ? root.entries.flatMap((entry) => readEntry(text, entry)) : [],
  )
}

/** The paths of a schema whose values are secrets. */
export function secretPaths(entries: readonly PackSchemaEntry[]): string[] {
  return entries.filter((entry) => entry.isPassword).map((entry) => entry.path)
}

function readEntry(text: string, { key, value }: YamlEntry): PackSchemaEntry[] {
  const schema = value.kind === 'map' ? value.byKey.get('schema')?.value : undefined
  const path = textOf(text, key)
  const expression = schema && textOf(text, schema)
  return path && expression ? [{ path, ...readSchemaExpression(expression) }] : []
}

function textOf(text: string, node: YamlNode): string | undefined {
  return node.kind === 'scalar' ? scalarValue(text, node) : undefined
}
