import {
  positionAt,
  nodePath,
  type PathEnd,
  type PathFollower,
  pathsIn,
  canonicalText,
  isOpen,
  isOpenText,
  isWritten,
  writtenText,
  type InnerReader,
  innerReader,
  resolveAlias,
  type YamlNode,
  type YamlTree,
} from '@waybill/layer-text'
import { findGaps } from './pack-value-gaps.ts'
import type { ValueRule } from './schema/schema-rules.ts'
import type { Problem, ProblemCode } from '../problems/problems.ts'

/** A rule broken at one place of a text. */
interface Finding {
  code: Extract<ProblemCode, 'PackValueMissing' | 'PackValueInvalid' | 'PackValueReadonly'>
  /** The node to report. */
  node: YamlNode | undefined
  valuePath: string
  params: Problem['params']
}

/** More than anyone will fix in one text. */
const MAXIMUM_FINDINGS = 100

interface ValueCheck {
  tree: YamlTree
  follow: PathFollower
  readInner: InnerReader
  rule: ValueRule
}

/**
 * Checks the values of a pack against the rules of its schema: required paths, readonly paths, formats (of every item
 * in a list). A path that is absent and not required breaks no rule, nor does a value that is a mask or contains a
 * reference. Problems give path and position, never the value; at most 100 for one text.
 */
export function checkPackValues(tree: YamlTree, rules: readonly ValueRule[]): Omit<Problem, 'path'>[] {
  const [follow, readInner] = [pathsIn(tree, 'counting'), innerReader(tree)]
  const findings: Finding[] = []
  for (const rule of rules) {
    if (findings.length >= MAXIMUM_FINDINGS) break
    findings.push(...checkRule({ tree, follow, readInner, rule }).slice(0, MAXIMUM_FINDINGS))
  }
  return findings.slice(0, MAXIMUM_FINDINGS).map(({ code, node, valuePath, params }) => ({
    code,
    severity: 'error',
    valuePath,
    ...(node && { position: positionAt(tree.text, startOf(node)) }),
    params: { ...params, place: valuePath },
  }))
}

/** Where a key has no value, its problem is reported at the key. */
function startOf({ start, parent: { node, key } }: YamlNode): number {
  if (start >= 0) return start
  const entry = node?.kind === 'map' ? node.byKey.get(String(key)) : undefined
  return Math.max(entry?.key.start ?? node?.start ?? 0, 0)
}

function checkRule(check: ValueCheck): Finding[] {
  const { tree, follow, readInner, rule } = check
  const target = follow(rule.path)
  if (target === undefined) return []
  const gaps = rule.isRequired ? findGaps({ tree, follow, readInner, path: rule.path, name: rule.name }) : []
  return [
    ...gaps.map((gap): Finding => ({ code: 'PackValueMissing', params: {}, ...gap })),
    ...target.ends.flatMap((end) => checkInside(check, end)),
    ...checkNodes(check, target.found),
  ]
}

function checkNodes(check: ValueCheck, nodes: Iterable<YamlNode>): Finding[] {
  return [...nodes].flatMap((node) => [...checkFixed(check, node), ...checkFormat(check, node)])
}

/**
 * Checks the rest of a path that leads into the YAML text in a block scalar, one level deep; every problem is reported
 * at that scalar.
 */
function checkInside({ readInner, rule }: ValueCheck, { scalar, rest }: PathEnd): Finding[] {
  const tree = readInner(scalar)
  if (!tree) return []
  const follow = pathsIn(tree, 'counting')
  return checkNodes({ tree, follow, readInner, rule }, follow(rest)?.found ?? []).map((finding) => ({
    ...finding,
    node: scalar,
    valuePath: rule.name,
  }))
}

function checkFixed({ tree, rule }: ValueCheck, node: YamlNode): Finding[] {
  if (rule.fixed === undefined || !isWritten(tree, node)) return []
  const value = canonicalText(tree, node)
  if (rule.fixed.has(value) || isOpenText(value)) return []
  return [{ code: 'PackValueReadonly', node, valuePath: nodePath(tree, node), params: {} }]
}

/** In a list every item must have the format; a map never has it. */
function checkFormat({ tree, rule: { test } }: ValueCheck, reached: YamlNode): Finding[] {
  if (test === undefined) return []
  const node = resolveAlias(reached)
  const values = node.kind === 'seq' ? node.items.map(resolveAlias) : [node]
  return values.flatMap((value): Finding[] => {
    if (!isWritten(tree, value) || isOpen(tree, value)) return []
    const fault = test(writtenText(tree, value) ?? '')
    return fault ? [{ code: 'PackValueInvalid', node: value, valuePath: nodePath(tree, value), params: fault }] : []
  })
}
