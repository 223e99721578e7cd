import { checkPackValues } from '../packs/check-pack-values.ts'
import type { DocumentPack } from '../document/document.ts'
import type { RuleBook, ValueRule } from '../packs/schema/schema-rules.ts'
import { createRuleBook, NO_RULES } from '../packs/schema/schema-rules.ts'
import { documentTexts, type DocumentText } from '../document/document-texts.ts'
import type { PlannedLayer } from './import-plan.ts'
import type { Problem } from '../problems/problems.ts'
import { checkManifest } from '../rules/check-manifest.ts'
import { checkYamlText, readYamlText, type TextProblem } from '../rules/check-yaml-text.ts'

/**
 * Runs a check of a text, or returns its result from an earlier run, so that planning a file again need not parse its
 * texts again.
 */
export type TextMemory = (kind: 'values' | 'manifest', text: string, check: () => TextProblem[]) => TextProblem[]

const forgetful: TextMemory = (_kind, _text, check) => check()

interface TextsInput {
  /** The packs with their masks filled. */
  packs: readonly DocumentPack[]
  layers: readonly PlannedLayer[]
  /** Ids of masks that were left empty: a value missing there was left out on purpose. */
  leftEmpty?: ReadonlySet<string>
  memory?: TextMemory | undefined
}

/**
 * Checks every YAML text of the layers for syntax and limits, and the values of each chosen pack against its schema. A
 * text that occurs in several layers under the same rules is read once.
 */
export function checkTexts({ packs, layers, leftEmpty = new Set(), memory }: TextsInput): Problem[] {
  const book = createRuleBook()
  const checked = new Map<readonly ValueRule[] | 'manifest', Map<string, TextProblem[]>>()
  return documentTexts({ packs }).flatMap((source) => {
    const { id: place, text, path, layerName: name } = source
    // Reading the file reports NUL already.
    if (text.includes('\0')) return []
    const isManifest = source.kind === 'manifest'
    const rules = isManifest ? 'manifest' : rulesFor(source, layers, book)
    const known = checked.get(rules) ?? new Map<string, TextProblem[]>()
    checked.set(rules, known)
    const problems = known.get(text) ?? checkRemembered(text, rules, memory)
    known.set(text, problems)
    return problems.map((problem) => settled({ ...problem, path }, { name, place, leftEmpty, isManifest }))
  })
}

/**
 * Texts with rules are not remembered: the patterns of all rules share one budget, so a result depends on the checks
 * before it.
 */
function checkRemembered(
  text: string,
  rules: readonly ValueRule[] | 'manifest',
  memory: TextMemory = forgetful,
): TextProblem[] {
  if (rules === 'manifest') return memory('manifest', text, () => checkManifestText(text))
  const check = () => checkText(text, rules)
  return rules.length > 0 ? check() : memory('values', text, check)
}

/**
 * The rules for a text. There are none for a pack without values of its own, which takes the defaults of its registry.
 */
function rulesFor(
  { packIndex, text }: DocumentText,
  layers: readonly PlannedLayer[],
  book: RuleBook,
): readonly ValueRule[] {
  const chosen = layers[packIndex]?.chosen
  return !chosen || text.trim() === '' ? NO_RULES : book.rulesOf(chosen)
}

function checkText(text: string, rules: readonly ValueRule[]): TextProblem[] {
  if (rules.length === 0) return checkYamlText(text)
  const { tree, problems } = readYamlText(text)
  return tree ? [...problems, ...checkPackValues(tree, rules)] : problems
}

/** Checks a manifest: its YAML, and whether a cluster would accept it. */
export function checkManifestText(text: string): TextProblem[] {
  const { tree, problems } = readYamlText(text)
  return tree ? [...problems, ...checkManifest(tree)] : problems
}

/** Checks the values of one layer: their YAML, and the schema of the pack. */
export function checkValues(text: string, pack: { schema: string; defaults: string }): TextProblem[] {
  return checkText(text, createRuleBook().rulesOf(pack))
}

interface Setting {
  name: string
  place: string
  leftEmpty: ReadonlySet<string>
  isManifest: boolean
}

function settled(problem: Problem, { name, place, leftEmpty, isManifest }: Setting): Problem {
  // Clusters refuse a manifest with a duplicate key; values are read by Helm, which takes the last one.
  if (isManifest && problem.code === 'YamlInvalid') return { ...problem, severity: 'error' }
  if (problem.code === 'YamlInvalid' && problem.severity === 'warning')
    return { ...problem, params: { ...problem.params, taken: 'last' } }
  if (!problem.code.startsWith('PackValue')) return problem
  const isLeftOut = problem.code === 'PackValueMissing' && leftEmpty.has(`${place}#${problem.valuePath ?? ''}`)
  return { ...problem, severity: isLeftOut ? 'warning' : problem.severity, params: { name, ...problem.params } }
}
