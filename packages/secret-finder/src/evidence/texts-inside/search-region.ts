import { nodePath, scalarOver, type TextRange, type YamlTree } from '@waybill/layer-text'
import type { SecretSource } from '../../text-inspection.ts'
import type { ToDefault } from '../../weigh/judge.ts'
import { mapsOf, secretManifestLiterals } from '../declared/declared.ts'
import type { Hit } from '../hit.ts'
import { CREDENTIAL_HINT } from '../key-names/credential-hint.ts'
import { findAssignments } from '../structure/assignments.ts'
import { findDirectives } from '../structure/directives.ts'
import { judgeLeaf } from '../structure/judge-leaf.ts'
import { leavesOf, type Leaf } from '../structure/leaves.ts'
import { scanShapes } from '../value-shapes/scan-shapes.ts'
import { decodeScalar, type DecodedScalar } from './decode-scalar.ts'
import { readInnerText, type InnerText } from './inner-text.ts'
import { DEEPEST, type Region, type Search } from './region.ts'

/** Looks at every scalar and comment of a text, and at the texts inside its scalars. */
export function searchRegion(search: Search, region: Region): void {
  searchComments(search, region)
  const secrets = secretManifestLiterals(region.tree, mapsOf(region.tree))
  const declared = new Set(secrets)
  for (const scalar of secrets) {
    const value = decodeScalar(region.tree.text, scalar)
    report(search, region, { value, source: 'secret-manifest', hits: [{ start: 0, end: value.value.length, reason: 'manifest', strength: 'certain' }] })
  }
  for (const leaf of leavesOf(region.tree, region.isContained)) {
    if (!declared.has(leaf.scalar)) searchLeaf(search, region, leaf)
  }
}

interface Report {
  value: DecodedScalar
  source?: SecretSource
  hits: readonly Hit[]
}

function report({ found }: Search, region: Region, { value, source = 'suspected', hits }: Report): void {
  for (const hit of hits) {
    if (hit.end <= hit.start) continue
    const range = value.written(hit) ?? value.written({ start: 0, end: value.value.length })
    if (range) found.push({ ...hit, ...region.written(range), source })
  }
}

function searchLeaf(search: Search, region: Region, leaf: Leaf): void {
  const value = decodeScalar(region.tree.text, leaf.scalar)
  const text = value.value
  if (text.length < 2) return
  const inner = text.length > 12 && region.depth < DEEPEST && search.budget > text.length ? readInner(search, text, leaf) : undefined
  if (inner) {
    const before = search.found.length
    searchInner(search, region, { leaf, value, inner })
    if (search.found.length > before || (inner.tree && leaf.sense !== 'password')) return
  }
  const hits = judgeLeaf(leaf, text, toDefault(search, region, leaf, text))
  report(search, region, { value, hits })
  if (isWhole(hits, text) || inner?.tree) return
  if (!region.tree.text.startsWith(text, leaf.scalar.event.valueStart) && text.length >= 8) report(search, region, { value, hits: scanShapes(text) })
  report(search, region, { value, hits: freeText(text, false) })
}

function isWhole(hits: readonly Hit[], text: string): boolean {
  return hits.some(({ start, end, strength }) => strength !== 'possible' && start === 0 && end === text.length)
}

function readInner(search: Search, text: string, leaf: Leaf): InnerText | undefined {
  if (leaf.sense === 'about') return undefined
  const isMany = /[\n{[]/.test(text)
  if (!isMany && !/^[A-Za-z0-9+/_=-]{12,}\s*$/.test(text)) return undefined
  if (isMany && !leaf.isContained && leaf.sense === 'plain' && !CREDENTIAL_HINT.test(text)) return undefined
  search.budget -= text.length
  return readInnerText(text, search.limits)
}

interface Inside {
  leaf: Leaf
  value: DecodedScalar
  inner: InnerText
}

function searchInner(search: Search, region: Region, { leaf, value, inner }: Inside): void {
  const wholeOf = (): TextRange => region.written(value.written({ start: 0, end: value.value.length }) ?? leaf.scalar)
  const written = (range: TextRange): TextRange => {
    const here = inner.isEncoded ? undefined : value.written(range)
    return here ? region.written(here) : wholeOf()
  }
  const isContained = leaf.isContained || leaf.sense === 'secret' || leaf.sense === 'token' || leaf.sense === 'password'
  const shapes = inner.isEncoded ? scanShapes(inner.text) : []
  for (const hit of shapes) search.found.push({ ...hit, ...wholeOf(), source: 'suspected' })
  if (inner.tree) {
    searchRegion(search, { tree: inner.tree, written, depth: region.depth + 1, isContained })
    if (!inner.isEncoded && value.value.includes('\\')) report(search, region, { value, hits: scanShapes(value.value) })
  } else for (const hit of freeText(inner.text, false)) search.found.push({ ...hit, ...written(hit), source: 'suspected' })
}

function freeText(text: string, isComment: boolean): Hit[] {
  if (text.length < 8 || !/[=:\s]/.test(text) || !CREDENTIAL_HINT.test(text)) return []
  return [...findAssignments(text, { isComment }), ...findDirectives(text, isComment)]
}

function toDefault({ defaultAt }: Search, region: Region, leaf: Leaf, text: string): ToDefault {
  if (!defaultAt || region.depth > 0) return 'unknown'
  const shipped = defaultAt(nodePath(region.tree, leaf.scalar))
  return shipped === undefined ? 'unknown' : shipped === text ? 'equal' : 'changed'
}

const COMMENT = /(?:^|[ \t])#[^\r\n]*/gm

/** Comments by the rules of free text; lines that follow each other are one text. */
function searchComments({ found }: Search, { tree, written }: Region): void {
  if (!tree.text.includes('#')) return
  for (const range of commentsOf(tree)) {
    for (const hit of freeText(tree.text.slice(range.start, range.end), true)) {
      const here = { start: range.start + hit.start, end: range.start + hit.end }
      found.push({ ...hit, ...written(here), source: 'suspected' })
    }
  }
}

function commentsOf(tree: YamlTree): TextRange[] {
  const blocks: TextRange[] = []
  for (const found of tree.text.matchAll(COMMENT)) {
    const start = found.index
    const end = start + found[0].length
    const mark = start + found[0].indexOf('#')
    if (scalarOver(tree, { start: mark, end: mark + 1 })) continue
    const before = blocks.at(-1)
    if (before && /^\s*$/.test(tree.text.slice(before.end, start)) && start - before.end < 80) before.end = end
    else blocks.push({ start, end })
  }
  return blocks
}
