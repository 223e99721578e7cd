import { parsePackSchema } from './pack-schema.ts'
import type { PackSchemaEntry } from './pack-schema.ts'
import type { FormatTest } from './schema-format.ts'
import { formatTest } from './schema-format.ts'
import type { RegexBudget } from '../../rules/regex-check.ts'
import { createRegexBudget } from '../../rules/regex-check.ts'
import type { PathStep } from '@waybill/layer-text'
import { parsePath, pathsIn, canonicalText, treeOf } from '@waybill/layer-text'

/** The rule in a pack's schema for one path of its values. */
export interface ValueRule {
  /** The path as written in the schema. */
  name: string
  path: readonly PathStep[]
  isRequired: boolean
  /** The values that a readonly path may have; undefined when the pack has no default there to compare with. */
  fixed?: ReadonlySet<string>
  test?: FormatTest
}

/** The rules of packs. Each distinct schema is read once. */
export interface RuleBook {
  rulesOf: (pack: { schema: string; defaults: string }) => readonly ValueRule[]
}

/** A schema without any of these words cannot be violated: a `string`, `input` or `password` may be anything. */
const BREAKABLE = /required|readonly|format/
/** For packs without rules; always the same list. */
export const NO_RULES: readonly ValueRule[] = []

/** Creates an empty book. The patterns of all its packs share one budget. */
export function createRuleBook(): RuleBook {
  const budget = createRegexBudget()
  const books = new Map<string, Map<string, readonly ValueRule[]>>()
  return {
    rulesOf: ({ schema, defaults }) => {
      if (!BREAKABLE.test(schema)) return NO_RULES
      const book = books.get(schema) ?? new Map<string, readonly ValueRule[]>()
      books.set(schema, book)
      const rules = book.get(defaults) ?? readRules({ schema, defaults, budget })
      book.set(defaults, rules)
      return rules
    },
  }
}

interface RuleSource {
  schema: string
  defaults: string
  budget: RegexBudget
}

function readRules({ schema, defaults, budget }: RuleSource): readonly ValueRule[] {
  const entries = parsePackSchema(schema)
  const fixedAt = entries.some((entry) => entry.readonly) ? defaultsAt(defaults) : () => undefined
  const rules = entries.flatMap((entry) => {
    const test = formatTest(entry, budget)
    const path = parsePath(entry.path)
    const fixed = entry.readonly ? fixedAt(path) : undefined
    return entry.required || test || fixed ? [ruleOf(entry, { path, test, fixed })] : []
  })
  return rules.length === 0 ? NO_RULES : rules
}

interface RuleParts {
  path: readonly PathStep[]
  test: FormatTest | undefined
  fixed: ReadonlySet<string> | undefined
}

function ruleOf({ path: name, required }: PackSchemaEntry, { path, test, fixed }: RuleParts): ValueRule {
  return { name, path, isRequired: required, ...(fixed && { fixed }), ...(test && { test }) }
}

function defaultsAt(defaults: string): (path: readonly PathStep[]) => ReadonlySet<string> | undefined {
  const tree = treeOf(defaults)
  if (!tree) return () => undefined
  const follow = pathsIn(tree, 'counting')
  return (path) => {
    const found = [...(follow(path)?.found ?? [])].map((node) => canonicalText(tree, node))
    return found.length === 0 ? undefined : new Set(found)
  }
}
