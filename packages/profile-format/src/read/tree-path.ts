/** Keys and indexes from the root; written out only when a problem needs it. */
export type TreePath = readonly (string | number)[]

const PLAIN_KEY = /^[\w-]{1,64}$/
// Controls, format characters (bidi among them), lone surrogates, unassigned, line separators.
const UNSAFE_IN_MESSAGE = /[\p{C}\u2028\u2029]/gu

/** A key as it may stand in a message: cut, and with anything that could reorder or hide text replaced. */
export function shownKey(key: string): string {
  const cut = key.length > 64 ? `${key.slice(0, 61)}...` : key
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
