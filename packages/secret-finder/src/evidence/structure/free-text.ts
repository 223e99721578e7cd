import type { Hit } from '../hit.ts'
import { hintsAtCredential } from '../key-names/credential-hint.ts'
import { findAssignments } from './assignments.ts'
import { findDirectives } from './directives.ts'

/** Secrets in a text without a structure of its own: assigned to names, or behind words of their own. */
export function freeText(text: string, isComment: boolean): Hit[] {
  if (text.length < 8 || !/[=:\s]/.test(text) || !hintsAtCredential(text)) return []
  return [...findAssignments(text, isComment), ...findDirectives(text, isComment)]
}
