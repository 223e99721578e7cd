import { literalDefault } from '../../weigh/references.ts'
import { classOf } from '../../weigh/value-class.ts'
import type { Hit } from '../hit.ts'
import { senseOf } from '../key-names/name-sense.ts'
import { isQuietlySecret } from './assignments.ts'
import { BLOCK_RULES } from './rules/block-rules.ts'
import { COMMAND_RULES } from './rules/command-rules.ts'
import { DAEMON_RULES } from './rules/daemon-rules.ts'
import { MARKUP_RULES } from './rules/markup-rules.ts'
import { isOpen, type RuleGroup } from './rules/rule.ts'
import { TOLD_RULES } from './rules/told-rules.ts'
import { findInSections } from './sections.ts'

/** A name and its value separated only by spaces: `requirepass x`, `--token x`, `IDENTIFIED BY 'x'`, netrc. */
const DIRECTIVE =
  /(?<![\w.$\-\p{L}])(-{0,2}[\p{L}_][\w.-]{1,60})[ \t]{1,8}("[^"\r\n]{1,512}"|'[^'\r\n]{1,512}'|[^\s"'`]{3,512})/gu

const GROUPS: readonly RuleGroup[] = [MARKUP_RULES, BLOCK_RULES, COMMAND_RULES, DAEMON_RULES, TOLD_RULES]

/** Finds secrets after certain words in commands, headers, SQL, XML, rc files and sentences. */
export function findDirectives(text: string, isComment: boolean): Hit[] {
  const hits = [...spaced(text), ...findInSections(text)]
  for (const group of GROUPS) addHits(hits, text, group)
  return isComment ? hits.filter(({ start, end }) => isQuietlySecret('password', text.slice(start, end))) : hits
}

/** Finds secrets in one command, given as words joined by spaces. */
export function findInCommand(command: string): Hit[] {
  const hits: Hit[] = []
  addHits(hits, command, COMMAND_RULES)
  return hits
}

function spaced(text: string): Hit[] {
  const hits: Hit[] = []
  DIRECTIVE.lastIndex = 0
  for (let found = DIRECTIVE.exec(text); found; found = DIRECTIVE.exec(text)) {
    const [whole, name = '', written = ''] = found
    const isQuoted = /^["']/.test(written)
    const given = isQuoted ? written.slice(1, -1) : unclosed(written)
    const value = literalDefault(given) ?? given
    const start = found.index + whole.length - written.length + (isQuoted ? 1 : 0) + given.lastIndexOf(value)
    if (isDirective(name, value))
      hits.push({ start, end: start + value.length, reason: 'argument', strength: 'likely' })
    // The value may be the name for the next word: `user admin insecure-password x`.
    DIRECTIVE.lastIndex = found.index + whole.length - written.length
  }
  return hits
}

/** The word without trailing brackets and separators, except those of a variable's default. */
function unclosed(word: string): string {
  const variable = word.startsWith('$') ? /^\${1,2}\{[^{}]*\}/.exec(word)?.[0] : undefined
  const hasDefault = variable !== undefined && literalDefault(variable) !== undefined
  return hasDefault ? variable : word.replace(/[,;)\]}]+$/, '')
}

function isDirective(name: string, value: string): boolean {
  const sense = senseOf(name.replace(/^-+|\.$/g, ''))
  if (sense === 'plain' || sense === 'about' || /^[-=:|&<>({[]/.test(value)) return false
  const kind = classOf(value)
  if (isOpen(value, kind)) return false
  if (kind === 'random') return true
  // A full stop ends a sentence; what follows begins another.
  if (name.endsWith('.')) return false
  const isArgument = name.startsWith('--') || /^-[a-z]{4,}$/i.test(name)
  if (sense === 'maybe' || kind === 'path' || kind === 'address' || kind === 'switch' || kind === 'number') return false
  // Prose mentions passwords too: without dashes, only a value with a digit counts.
  return isArgument
    ? kind === 'mixed' || sense === 'password'
    : kind === 'mixed' && value.length >= 8 && /\d/.test(value) && !/[()<>=:,]/.test(value)
}

function addHits(hits: Hit[], text: string, { sign, rules }: RuleGroup): void {
  if (!sign.test(text)) return
  for (const rule of rules) {
    if (!rule.sign.test(text)) continue
    for (const found of text.matchAll(rule.pattern)) {
      const value = rule.pick(found)
      if (value === undefined) continue
      const start = found.index + found[0].lastIndexOf(value)
      // A word of a template is the name of what it fills in.
      if (/\{\{-?[ \t]{0,4}$/.test(text.slice(Math.max(0, start - 8), start))) continue
      hits.push({ start, end: start + value.length, reason: 'structure', strength: 'likely' })
    }
  }
}
