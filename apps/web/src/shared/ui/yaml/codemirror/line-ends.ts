import { EditorState, type Extension } from '@codemirror/state'

/** Texts must stay byte for byte: line ends are kept. With an explicit separator, a lone `\r` stays a character. */
export function lineEndsOf(text: string): Extension {
  return EditorState.lineSeparator.of(/\r\n/.test(text) && !/[^\r]\n/.test(text) ? '\r\n' : '\n')
}
