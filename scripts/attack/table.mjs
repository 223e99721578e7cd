/** A Markdown table with the faults below it: names of vectors and the server's answers, never a secret. */
export function printTable(rows) {
  const lines = ['| vectors | sent | held | refused, so not exported | wrong |', '| --- | --- | --- | --- | --- |']
  for (const { what, sent, refused, failures } of rows)
    lines.push(`| ${what} | ${sent} | ${sent - refused - failures.length} | ${refused} | ${failures.length} |`)
  for (const { what, failures } of rows) for (const { id, why } of failures) lines.push('', `${what}: ${id}: ${why}`)
  process.stdout.write(`${lines.join('\n')}\n`)
}
