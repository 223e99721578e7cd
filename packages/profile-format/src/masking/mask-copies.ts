import type { DocumentVariable, ProfileDocument } from '../document/document.ts'
import { DEFAULT_LIMITS } from '../limits.ts'
import { MASK, QUOTED_MASK, parseYaml } from '@waybill/layer-text'
import { maskText, createCopySearch, findCopies, type SecretCopies } from '@waybill/secret-finder'

/**
 * Masks what is secret in one place of a document wherever else it stands: in other texts, descriptions, labels and
 * variables. Ordinary words are left alone here, and names are too, so that the file stays a profile: the last gate
 * refuses a file whose names hold a secret.
 */
export function maskCopies(document: ProfileDocument, secrets: ReadonlySet<string>): ProfileDocument {
  const copies = createCopySearch(new Map([...secrets].map((secret) => [secret, 'declared' as const])))
  const yaml = (text: string): string => {
    if (!copies.search.has(text)) return text
    const parsed = parseYaml(text, DEFAULT_LIMITS)
    return 'tree' in parsed ? maskText(text, findCopies(parsed.tree, copies)) : QUOTED_MASK
  }
  const prose = (text: string): string => maskProse(copies, text)
  return {
    ...document,
    description: prose(document.description),
    labels: new Map([...document.labels].map(([key, value]) => [key, prose(value)])),
    packs: document.packs.map((pack) => ({
      ...pack,
      ...(pack.values === undefined ? {} : { values: yaml(pack.values) }),
      manifests: pack.manifests.map((manifest) => ({ ...manifest, content: yaml(manifest.content) })),
    })),
    variables: document.variables.map((variable) => maskVariableProse(variable, prose)),
  }
}

function maskVariableProse(variable: DocumentVariable, prose: (text: string) => string): DocumentVariable {
  return {
    ...variable,
    displayName: prose(variable.displayName),
    description: prose(variable.description),
    defaultValue: prose(variable.defaultValue),
    options: variable.options.map((option) => ({
      ...option,
      value: prose(option.value),
      label: prose(option.label),
      description: prose(option.description),
    })),
  }
}

function maskProse({ search }: SecretCopies, text: string): string {
  let masked = ''
  let at = 0
  for (const { start, end } of search.find(text)) {
    masked += text.slice(at, start) + MASK
    at = end
  }
  return masked + text.slice(at)
}
