import { parseYaml } from '@waybill/layer-text'

/** Whether a text is YAML in which no key stands twice. */
export function isReadable(text: string): boolean {
  const parsed = parseYaml(text)
  return 'tree' in parsed && parsed.tree.duplicates.length === 0
}
