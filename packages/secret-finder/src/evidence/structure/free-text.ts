import type { Hit } from '../hit.ts'
import { hintsAtCredential } from '../key-names/credential-hint.ts'
import { findAssignments } from './assignments.ts'
import { findDirectives } from './directives.ts'

/** Finds secrets in a text without a structure of its own: assigned to names, or after certain words. */
export function freeText(text: string, isComment: boolean): Hit[] {
  if (text.length < 8 || !/[=:\s]/.test(text) || !hintsAtCredential(text)) return []
  return [...findAssignments(text, isComment), ...findDirectives(text, isComment)]
}
