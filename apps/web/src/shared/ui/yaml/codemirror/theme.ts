import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const highlight = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--yaml-key)' },
  { tag: [tags.string, tags.special(tags.string), tags.content], color: 'var(--yaml-string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom, tags.keyword], color: 'var(--yaml-literal)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--yaml-comment)', fontStyle: 'italic' },
  { tag: [tags.meta, tags.typeName, tags.labelName, tags.attributeValue], color: 'var(--yaml-meta)' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--yaml-punctuation)' },
  { tag: tags.invalid, color: 'var(--yaml-invalid)' },
])

const theme = EditorView.theme({
  '&': { color: 'var(--yaml-text)', backgroundColor: 'var(--yaml-background)', maxHeight: 'inherit' },
  '&.cm-focused': { outline: '2px solid var(--yaml-focus)', outlineOffset: '1px' },
  '.cm-scroller': {
    fontFamily: 'var(--pf-t--global--font--family--mono, monospace)',
    fontSize: '0.8125rem',
    lineHeight: '1.5',
    overflow: 'auto',
  },
  '.cm-content': { caretColor: 'var(--yaml-text)' },
  '.cm-cursor': { borderLeftColor: 'var(--yaml-text)' },
  '.cm-gutters': { color: 'var(--yaml-comment)', backgroundColor: 'var(--yaml-gutter)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'var(--yaml-active-line)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--yaml-selection)', color: 'var(--yaml-text)' },
  '& .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--yaml-selection)',
  },
  '.cm-searchMatch, .cm-selectionMatch': { backgroundColor: 'var(--yaml-match)', outline: 'none' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--yaml-focus)' },
  '.cm-foldPlaceholder': {
    color: 'var(--yaml-text)',
    backgroundColor: 'var(--yaml-badge)',
    border: '1px solid var(--yaml-border)',
    padding: '0 0.4em',
  },
  '.cm-specialChar': { color: 'var(--yaml-invalid)' },
})

const panels = EditorView.theme({
  '.cm-panels': { color: 'var(--yaml-text)', backgroundColor: 'var(--yaml-gutter)', borderColor: 'var(--yaml-border)' },
  '.cm-panels input, .cm-panels button': {
    color: 'var(--yaml-text)',
    background: 'var(--yaml-background)',
    border: '1px solid var(--yaml-border)',
    borderRadius: '4px',
    padding: '0.2em 0.5em',
  },
  '.cm-panels :is(input, button):focus-visible': { outline: '2px solid var(--yaml-focus)', outlineOffset: '1px' },
  '.cm-tooltip': {
    color: 'var(--yaml-text)',
    backgroundColor: 'var(--yaml-gutter)',
    border: '1px solid var(--yaml-border)',
    padding: '0.25em 0.6em',
    maxWidth: 'min(32rem, 90vw)',
    overflowWrap: 'anywhere',
  },
})

const marks = EditorView.theme({
  '.cm-mask': {
    backgroundColor: 'var(--yaml-badge)',
    borderRadius: '4px',
    padding: '0 0.4em',
    letterSpacing: '0.1em',
    color: 'var(--yaml-text)',
  },
  '.cm-found, .cm-found span': { color: 'var(--yaml-text)' },
  '.cm-found': { borderRadius: '3px', outlineOffset: '1px', cursor: 'pointer' },
  // Around the text: a line below it would cover underscores.
  '.cm-found-masked': { backgroundColor: 'var(--yaml-masked)', outline: '1px solid var(--yaml-masked-edge)' },
  '.cm-found-clear': { backgroundColor: 'var(--yaml-removed-strong)', outline: '1px dashed var(--yaml-invalid)' },
  '.cm-found-possible': { outline: '1px dotted var(--yaml-literal)' },
  '.cm-found-chosen': { outline: '2px solid var(--yaml-focus)' },
  '.cm-reference, .cm-reference > span': { color: 'var(--yaml-link)', textDecoration: 'underline dotted' },
  'a.cm-reference, a.cm-reference > span': { textDecoration: 'underline', cursor: 'pointer' },
  '.cm-reference:focus-visible': { outline: '2px solid var(--yaml-focus)', outlineOffset: '1px' },
})

/** For light and dark alike: every colour is a custom property that the page sets (code.css). */
export const yamlTheme: Extension = [theme, panels, marks, syntaxHighlighting(highlight)]
