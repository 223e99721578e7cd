import { readSchemaExpression } from './schema-expression.ts'
import type { SchemaExpression } from './schema-expression.ts'
import { treeOf, scalarValue } from '@waybill/layer-text'
import type { YamlEntry, YamlNode } from '@waybill/layer-text'

/** One entry of a pack's schema.yaml: the rules for one path of its values. */
export interface PackSchemaEntry extends SchemaExpression {
  /** As written, e.g. `charts.hspc.vsp.password`, `users.[*].password`, `path.$[]`. */
  path: string
}

/**
 * Reads a schema.yaml: a map from whole dotted paths to a `schema` expression. Empty for a schema that is commented
 * out, over the limits or invalid YAML; an entry without an expression is skipped.
 */
export function parsePackSchema(schemaYaml: string): PackSchemaEntry[] {
  const tree = treeOf(schemaYaml)
  if (!tree) return []
  const { documents, text } = tree
  return documents.flatMap((root) =>
    root.kind === 'map' ? root.entries.flatMap((entry) => readEntry(text, entry)) : [],
  )
}

/** The paths whose values are secrets according to the schema. */
export function secretPaths(entries: readonly PackSchemaEntry[]): string[] {
  return entries.filter((entry) => entry.isPassword).map((entry) => entry.path)
}

function readEntry(text: string, { key, value }: YamlEntry): PackSchemaEntry[] {
  const schema = value.kind === 'map' ? value.byKey.get('schema')?.value : undefined
  const path = scalarText(text, key)
  const expression = schema && scalarText(text, schema)
  return path && expression ? [{ path, ...readSchemaExpression(expression) }] : []
}

function scalarText(text: string, node: YamlNode): string | undefined {
  return node.kind === 'scalar' ? scalarValue(text, node) : undefined
}
