import type { DocumentVariable, ProfileDocument } from '../document/document.ts'
import { changeTexts } from '../document/document-texts.ts'
import { plainPattern } from './mask-variables.ts'
import { MASK, QUOTED_MASK, treeOf, type YamlTree } from '@waybill/layer-text'
import {
  createCopySearch,
  findCopies,
  maskText,
  searchedTexts,
  type NeedleSearch,
  type SecretSource,
} from '@waybill/secret-finder'

type Secrets = ReadonlyMap<string, SecretSource>

/**
 * Masks copies of secrets wherever they occur in a document: in texts, descriptions, labels and variables. Common words
 * are left alone here, and so are names, because a profile with a masked name is another profile; `secretsInNames`
 * refuses a file whose names contain a secret.
 */
export function maskCopies(document: ProfileDocument, secrets: ReadonlySet<string>): ProfileDocument {
  if (secrets.size === 0) return document
  const sources: Secrets = new Map([...secrets].map((secret) => [secret, 'declared']))
  const { yaml, prose } = textsOf(document)
  const { search } = createCopySearch(sources, [...yaml, ...prose])
  const masked = maskTexts(
    yaml.filter((text) => search.has(text)),
    sources,
  )
  return withTexts(document, {
    yaml: (text) => masked.get(text) ?? text,
    prose: (text) => maskFound(search, text),
    // A pattern that is masked only in part would be another pattern.
    pattern: (text) => (search.has(text) || search.has(plainPattern(text)) ? MASK : text),
  })
}

/** The texts of layers that contain secrets, each with its masked form. */
function maskTexts(texts: readonly string[], secrets: Secrets): Map<string, string> {
  if (texts.length === 0) return new Map()
  const trees = texts.map(treeOf)
  const copies = createCopySearch(
    secrets,
    trees.flatMap((tree) => (tree ? searchedTexts(tree) : [])),
  )
  const mask = (text: string, tree: YamlTree | undefined) =>
    tree ? maskText(text, findCopies(tree, copies)) : QUOTED_MASK
  return new Map(texts.map((text, at) => [text, mask(text, trees[at])]))
}

/**
 * Masks secrets in texts that are shown beside a document: the key of a map may be a secret, and keys are part of
 * paths.
 */
export function proseMasker(secrets: readonly string[]): (text: string) => string {
  const { search } = createCopySearch(new Map(secrets.map((secret) => [secret, 'declared' as const])))
  return (text) => maskFound(search, text)
}

function maskFound(search: NeedleSearch, text: string): string {
  let masked = ''
  let at = 0
  for (const { start, end } of search.find(text)) {
    masked += text.slice(at, start) + MASK
    at = end
  }
  return masked + text.slice(at)
}

interface Change {
  yaml: (text: string) => string
  prose: (text: string) => string
  pattern: (text: string) => string
}

function textsOf(document: ProfileDocument): { yaml: string[]; prose: string[] } {
  const texts = { yaml: [] as string[], prose: [] as string[] }
  const into = (list: string[]) => (text: string) => {
    list.push(text)
    return text
  }
  const pattern = (text: string) => {
    texts.prose.push(text, plainPattern(text))
    return text
  }
  withTexts(document, { yaml: into(texts.yaml), prose: into(texts.prose), pattern })
  return texts
}

function withTexts(document: ProfileDocument, { yaml, prose, pattern }: Change): ProfileDocument {
  return {
    ...document,
    description: prose(document.description),
    labels: new Map([...document.labels].map(([key, value]) => [key, prose(value)])),
    packs: changeTexts(document.packs, yaml),
    variables: document.variables.map((variable) => withProse(variable, { prose, pattern })),
  }
}

function withProse(variable: DocumentVariable, { prose, pattern }: Omit<Change, 'yaml'>): DocumentVariable {
  return {
    ...variable,
    displayName: prose(variable.displayName),
    description: prose(variable.description),
    defaultValue: prose(variable.defaultValue),
    regex: pattern(variable.regex),
    options: variable.options.map((option) => ({
      ...option,
      value: prose(option.value),
      label: prose(option.label),
      description: prose(option.description),
    })),
  }
}
