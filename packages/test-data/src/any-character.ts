import fc from 'fast-check'

const [FIRST_SURROGATE, SURROGATES, LAST] = [0xd800, 0x800, 0x10ffff]

/**
 * Any character of Unicode, including control and unassigned ones. fast-check's unit `binary` is the same, but builds a
 * table of all of them in every file that uses it, which takes seconds, or a minute if a text can be one of several
 * kinds.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .nat(LAST - SURROGATES)
  .map((code) => String.fromCodePoint(code < FIRST_SURROGATE ? code : code + SURROGATES))
