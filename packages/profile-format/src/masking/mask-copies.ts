import type { DocumentVariable, ProfileDocument } from '../document/document.ts'
import { DEFAULT_LIMITS } from '../limits.ts'
import { MASK, QUOTED_MASK } from '@waybill/layer-text'
import { maskText } from '@waybill/secret-finder'
import { copiesOf } from '@waybill/secret-finder'
import { createNeedleSearch } from '@waybill/secret-finder'
import type { NeedleSearch } from '@waybill/secret-finder'
import { isWord, secretForms } from '@waybill/secret-finder'
import { parseYaml } from '@waybill/layer-text'

/**
 * Masks what is secret in one place of a document wherever else it stands: in other texts, descriptions, labels and
 * variables. Ordinary words are left alone here, and names are too, so that the file stays a profile: the last gate
 * refuses a file whose names hold a secret.
 */
export function maskCopies(document: ProfileDocument, secrets: ReadonlySet<string>): ProfileDocument {
  const distinct = [...secrets].filter((secret) => !isWord(secret.trim()))
  const search = createNeedleSearch(distinct.flatMap(secretForms))
  const known = new Map(distinct.map((secret) => [secret, 'declared' as const]))
  const yaml = (text: string): string => {
    if (!search.has(text)) return text
    const parsed = parseYaml(text, DEFAULT_LIMITS)
    return 'tree' in parsed ? maskText(text, copiesOf(parsed.tree, known)) : QUOTED_MASK
  }
  const prose = (text: string): string => maskProse(search, text)
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

function maskProse(search: NeedleSearch, text: string): string {
  let masked = ''
  let at = 0
  for (const { start, end } of search.find(text)) {
    masked += text.slice(at, start) + MASK
    at = end
  }
  return masked + text.slice(at)
}
