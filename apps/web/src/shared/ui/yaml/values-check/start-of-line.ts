/** The offset of a line (counted from 1) in the text. */
export function startOfLine(text: string, line: number): number {
  let at = 0
  for (let passed = 1; passed < line; passed += 1) at = text.indexOf('\n', at) + 1
  return at
}
