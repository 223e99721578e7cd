/** Keys and indexes from the root; formatted only when a problem needs it. */
export type TreePath = readonly (string | number)[]

const PLAIN_KEY = /^[\w-]{1,64}$/
// Controls, format characters (bidi among them), lone surrogates, unassigned, line separators.
const UNSAFE_IN_MESSAGE = /[\p{C}\u2028\u2029]/gu

/** The maximum length of a name. Anything longer is not a name, and showing the rest would help nobody. */
const SHOWN_CHARACTERS = 253

/**
 * A key as shown in a message: cut to the length of a name, with characters that could reorder or hide text replaced.
 */
export function shownKey(key: string): string {
  const cut = key.length > SHOWN_CHARACTERS ? `${key.slice(0, SHOWN_CHARACTERS - 3)}...` : key
  return cut.replace(UNSAFE_IN_MESSAGE, '?')
}

/** Formats a path: `spec.template.packs[2].values`. Keys other than plain words are put in brackets and quotes. */
export function formatPath(path: TreePath): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else if (PLAIN_KEY.test(step)) text += text === '' ? step : `.${step}`
    else text += `["${shownKey(step).replace(/["\\]/g, '\\$&')}"]`
  }
  return text
}
