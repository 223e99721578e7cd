const BLOCK_HEADER = /[:-] +(?:[&!][^\s]+ +)*[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$/
const STRUCTURE = new Set([',', '[', '{', ':', '*'].map((character) => character.charCodeAt(0)))
const HASH = 35
const DASHES = /(?:- +)*/y

/**
 * Estimates how many nodes a YAML parser would create, in one cheap pass that skips block scalars, which hold most
 * bytes of a profile. It lets us refuse a text before the parser allocates a hundred bytes for each of millions of
 * nodes. Stops counting above `limit`.
 */
export function countYamlNodes(text: string, limit: number): number {
  let nodes = 0
  let blockIndent = -1
  for (let start = 0; start < text.length && nodes <= limit;) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const indent = indentOf(text, start, end)
    const isText =
      text.charCodeAt(indent) === HASH || (blockIndent !== -1 && (indent === end || indent - start > blockIndent))
    if (!isText) {
      const line = text.slice(indent, end)
      nodes += 1 + structureOf(line, limit)
      blockIndent = BLOCK_HEADER.test(line.slice(-200)) ? indent - start + dashesOf(line) : -1
    }
    start = end + 1
  }
  return nodes
}

function indentOf(text: string, start: number, end: number): number {
  let at = start
  while (at < end && text.charCodeAt(at) === 32) at++
  return at
}

function structureOf(line: string, limit: number): number {
  let count = 0
  for (let at = 0; at < line.length && count <= limit; at++) if (STRUCTURE.has(line.charCodeAt(at))) count++
  return count
}

/** The distance of the key of `- - key: |` from the first dash: the block's text must be indented more than the key. */
function dashesOf(line: string): number {
  DASHES.lastIndex = 0
  return DASHES.exec(line)?.[0].length ?? 0
}
