// The parser's own messages can quote the file, so only these texts are passed on.
const EXPECTATIONS: readonly (readonly [RegExp, string])[] = [
  [/non-printable|null byte|valid JSON character/, 'only printable characters'],
  [/tab characters/, 'spaces in place of the tab'],
  [/indentation|deficient/, 'the same indentation as the lines around it'],
  [/quoted scalar/, 'a closing quote'],
  [/within a flow collection/, 'a closing bracket'],
  [/missed comma/, 'a comma between the entries'],
  [/escape sequence|hexadecimal/, 'a valid escape after the backslash'],
  [/mapping key|implicit key|key-value separator/, 'a colon and a space after the key'],
  [/tag/i, 'a value without a tag'],
  [/anchor|alias/, 'a name after the & or *'],
  [/directive|YAML version/, 'a document without directives'],
  [/end of the stream or a document separator|can not read/, 'the end of the file or another entry'],
]

/** What a YAML parser expected, by the reason in its error, in words that quote nothing. */
export function expectedInYaml(reason: string): string {
  return EXPECTATIONS.find(([pattern]) => pattern.test(reason))?.[1] ?? 'valid YAML'
}
