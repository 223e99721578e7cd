import { defaultKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, foldGutter, foldKeymap } from '@codemirror/language'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view'
import type { DocumentFormat } from '@waybill/profile-format'
import { yamlTheme } from './theme.ts'

/** Extensions shared by view, editor and diff. Tab is not bound, so it leaves the text. */
export function baseExtensions(label: string, language: DocumentFormat): Extension {
  return [
    lineNumbers(),
    foldGutter(),
    highlightSpecialChars(),
    bracketMatching(),
    highlightSelectionMatches({ minSelectionLength: 3 }),
    search({ top: true }),
    language === 'json' ? json() : yaml(),
    yamlTheme,
    keymap.of([...searchKeymap, ...foldKeymap, ...defaultKeymap]),
    // Set explicitly, because not every tool knows that editable text is in the tab order.
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
  ]
}

/** Not editable, yet reachable by keyboard for scrolling, searching and folding. */
export const readOnlyExtensions: Extension = [
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({
    tabindex: '0',
    role: 'textbox',
    'aria-readonly': 'true',
    'aria-multiline': 'true',
  }),
]
