import type { SecretScanner, Suspicion } from '@waybill/secret-finder'
import { lintSource } from '@secretlint/core'
import { secretLintProfiler } from '@secretlint/profiler'
import { rules as presetRules } from '@secretlint/secretlint-rule-preset-recommend'
import type { SecretLintCoreConfig, SecretLintCoreResultMessage } from '@secretlint/types'

// It records the time of every rule in every run, which takes as long as some rules do, and never frees its records.
secretLintProfiler.setEnabled(false)

/** A run costs about 0.25 ms before it reads a byte, so short texts share runs, up to this size. */
const RUN_CHARACTERS = 1024 * 1024

/** No stored text contains NUL, so no token can span two texts. */
const SEPARATOR = '\n\u0000\n'

/** A comment in a text must not switch the scanner off. */
const CONFIG: SecretLintCoreConfig = {
  rules: presetRules
    .filter((rule) => rule.meta.id !== '@secretlint/secretlint-rule-filter-comments')
    .map((rule) => ({ id: rule.meta.id, rule })),
}

/** One of the texts that share a run. */
interface Part {
  text: string
  start: number
}

/** Scans all texts in as few runs as their length allows; the result finds suspicions by text. */
export async function scanTexts(texts: Iterable<string>): Promise<SecretScanner> {
  const found = new Map<string, Suspicion[]>()
  for (const parts of groupParts(new Set(texts))) {
    const messages = await lint(parts.map((part) => part.text).join(SEPARATOR))
    for (const part of parts) found.set(part.text, [])
    for (const message of messages) addSuspicion(found, parts, message)
  }
  return async (text) => found.get(text) ?? (await scanText(text))
}

/** Scans a single text. */
export async function scanText(text: string): Promise<readonly Suspicion[]> {
  const messages = await lint(text)
  return messages.map(({ range: [start, end], ruleId }) => ({ start, end, rule: ruleId }))
}

function* groupParts(texts: ReadonlySet<string>): Generator<Part[]> {
  let parts: Part[] = []
  let length = 0
  for (const text of texts) {
    if (parts.length > 0 && length + text.length > RUN_CHARACTERS) {
      yield parts
      parts = []
      length = 0
    }
    parts.push({ text, start: length })
    length += text.length + SEPARATOR.length
  }
  if (parts.length > 0) yield parts
}

async function lint(content: string): Promise<readonly SecretLintCoreResultMessage[]> {
  const result = await lintSource({
    source: { content, filePath: 'values.yaml', ext: '.yaml', contentType: 'text' },
    options: { config: CONFIG, noPhysicFilePath: true },
  })
  return result.messages
}

/** A multi-line rule may match across the end of a text: the part in each text is suspected there. */
function addSuspicion(
  found: Map<string, Suspicion[]>,
  parts: readonly Part[],
  message: SecretLintCoreResultMessage,
): void {
  const [start, end] = message.range
  for (const part of partsWithin(parts, { start, end })) {
    found.get(part.text)?.push({
      start: Math.max(0, start - part.start),
      end: Math.min(part.text.length, end - part.start),
      rule: message.ruleId,
    })
  }
}

/** The parts that a range touches. They are sorted, so that few are looked at however many share the run. */
export function partsWithin(parts: readonly Part[], range: { start: number; end: number }): Part[] {
  let low = 0
  for (let high = parts.length; low < high;) {
    const middle = (low + high) >> 1
    if (endOf(parts[middle]) > range.start) high = middle
    else low = middle + 1
  }
  const within: Part[] = []
  for (let part = parts[low]; part && part.start < range.end; part = parts[(low += 1)]) within.push(part)
  return within
}

const endOf = (part: Part | undefined): number => (part ? part.start + part.text.length : 0)
