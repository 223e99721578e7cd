/** The path in the file of a document's text or field: `packs[0].manifests[1]` is the content of that manifest. */
export function pathInFile(id: string): string {
  if (id === 'description' || id.startsWith('labels.')) return `metadata.${id}`
  if (id.startsWith('variables[')) return `spec.${id}`
  return `spec.template.${id}${id.endsWith(']') ? '.content' : ''}`
}
