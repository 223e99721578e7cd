/** Keys and indexes from the root; written out only when a problem needs it. */
export type TreePath = readonly (string | number)[]

const PLAIN_KEY = /^[\w-]{1,64}$/
// Controls, format characters (bidi among them), lone surrogates, unassigned, line separators.
const UNSAFE_IN_MESSAGE = /[\p{C}\u2028\u2029]/gu

/** As long as a name may be: what is longer is no name, and its rest helps nobody. */
const SHOWN_CHARACTERS = 253

/** A key as it may stand in a message: whole if it is no longer than a name, and with anything that could reorder or hide text replaced. */
export function shownKey(key: string): string {
  const cut = key.length > SHOWN_CHARACTERS ? `${key.slice(0, SHOWN_CHARACTERS - 3)}...` : key
  return cut.replace(UNSAFE_IN_MESSAGE, '?')
}

/** `spec.template.packs[2].values`; keys that are not plain words stand in brackets and quotes. */
export function formatPath(path: TreePath): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else if (PLAIN_KEY.test(step)) text += text === '' ? step : `.${step}`
    else text += `["${shownKey(step).replace(/["\\]/g, '\\$&')}"]`
  }
  return text
}
