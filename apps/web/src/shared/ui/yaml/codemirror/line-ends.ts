import { EditorState, type Extension } from '@codemirror/state'

/** Bytes are sacred: a text keeps the line ends that it came with. With a separator of its own, `\r` alone is kept as a character. */
export function lineEndsOf(text: string): Extension {
  return EditorState.lineSeparator.of(/\r\n/.test(text) && !/[^\r]\n/.test(text) ? '\r\n' : '\n')
}
