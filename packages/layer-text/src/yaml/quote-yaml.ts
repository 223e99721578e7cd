/** Characters that JSON leaves unescaped but that YAML does not preserve inside double quotes. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/g
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/

/**
 * Writes a text as a double-quoted scalar on one line, so that nothing in it can end the scalar or begin anything else.
 * It always reads back as exactly this text, never as a number, boolean or null.
 */
export function quoteYaml(value: string): string {
  return JSON.stringify(value).replaceAll(UNPRINTABLE, (unit, at: number, json: string) => {
    const isHalf = PAIR.test(json.slice(at, at + 2)) || PAIR.test(json.slice(Math.max(0, at - 1), at + 1))
    return isHalf ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
