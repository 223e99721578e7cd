import { checkPackValues } from './check-pack-values.ts'
import type { DocumentPack } from './document.ts'
import type { Limits } from './limits.ts'
import type { RuleBook, ValueRule } from './pack-schema-rules.ts'
import { createRuleBook, NO_RULES } from './pack-schema-rules.ts'
import type { PlanText } from './plan-texts.ts'
import { listTexts } from './plan-texts.ts'
import type { PlannedLayer } from './plan-types.ts'
import type { Problem } from './problems.ts'
import { faultProblems } from './yaml-check.ts'
import { parseYaml } from '@waybill/layer-text'

interface TextsInput {
  /** With their masks filled. */
  packs: readonly DocumentPack[]
  layers: readonly PlannedLayer[]
  /** Ids of masked places that were settled with nothing: what is missing there was left out on purpose. */
  leftEmpty?: ReadonlySet<string>
  limits: Limits
}

type TextProblem = Omit<Problem, 'path'>

/**
 * Holds every YAML text of the layers to YAML and to the limits, and the values of each pack that was chosen to its schema. A
 * text that stands in several layers under the same rules is read once.
 */
export function checkTexts({ packs, layers, leftEmpty = new Set(), limits }: TextsInput): Problem[] {
  const book = createRuleBook(limits)
  const checked = new Map<readonly ValueRule[], Map<string, TextProblem[]>>()
  return listTexts(packs).flatMap((source) => {
    const { text, path, place, layerName: name } = source
    const rules = rulesFor(source, layers, book)
    const known = checked.get(rules) ?? new Map<string, TextProblem[]>()
    checked.set(rules, known)
    const problems = known.get(text) ?? checkText(text, rules, limits)
    known.set(text, problems)
    return problems.map((problem) => settled({ ...problem, path }, { name, place, leftEmpty }))
  })
}

/** A pack without values of its own takes the defaults of its registry. */
function rulesFor(
  { packIndex, manifestIndex, text }: PlanText,
  layers: readonly PlannedLayer[],
  book: RuleBook,
): readonly ValueRule[] {
  const chosen = layers[packIndex]?.chosen
  return !chosen || manifestIndex !== undefined || text.trim() === '' ? NO_RULES : book.rulesOf(chosen)
}

function checkText(text: string, rules: readonly ValueRule[], limits: Limits): TextProblem[] {
  const parsed = parseYaml(text, limits)
  if (!('tree' in parsed)) return faultProblems(parsed.faults, text)
  return rules.length === 0 ? [] : checkPackValues(parsed.tree, rules, limits)
}

interface Setting {
  name: string
  place: string
  leftEmpty: ReadonlySet<string>
}

function settled(problem: Problem, { name, place, leftEmpty }: Setting): Problem {
  if (!problem.code.startsWith('PackValue')) return problem
  const isLeftOut = problem.code === 'PackValueMissing' && leftEmpty.has(`${place}#${problem.valuePath ?? ''}`)
  return { ...problem, severity: isLeftOut ? 'warning' : problem.severity, params: { name, ...problem.params } }
}
