import { nodePath, scalarOver, type TextRange, type YamlScalar } from '@waybill/layer-text'
import type { SecretSource } from '../../text-inspection.ts'
import type { ToDefault } from '../../weigh/judge.ts'
import { isEncrypted } from '../../weigh/references.ts'
import { findManifestLines } from '../declared/manifest-lines.ts'
import { secretManifests } from '../declared/secret-manifests.ts'
import type { Hit } from '../hit.ts'
import { hintsAtCredential } from '../key-names/credential-hint.ts'
import { findInCommandLists } from '../structure/command-lists.ts'
import { freeText } from '../structure/free-text.ts'
import { judgeLeaf } from '../structure/judge-leaf.ts'
import { leavesOf, type Leaf } from '../structure/leaves.ts'
import { scanShapes } from '../value-shapes/scan-shapes.ts'
import { findInComments } from './comments.ts'
import { decodeScalar, type DecodedScalar } from './decode-scalar.ts'
import { dataAddress, readInnerText, type InnerText } from './inner-text.ts'
import { withoutPercents } from './percent-encoding.ts'
import { DEEPEST, type Region, type Search } from './region.ts'

const MANIFEST = { reason: 'manifest', strength: 'certain' } as const

/** A leaf, which may be a text that patches a Secret. */
type SearchedLeaf = Leaf & { isPatch: boolean }

/** Searches every scalar and comment of a text, and the texts inside its scalars. */
export function searchRegion(search: Search, region: Region): void {
  for (const hit of findInComments(region.tree))
    search.found.push({ ...hit, ...region.written(hit), source: 'suspected' })
  const { held, patches } = secretManifests(region.tree, region.isPatch ?? false)
  const declared = new Set<YamlScalar>()
  for (const { scalar, from } of held) {
    const value = decodeScalar(region.tree.text, scalar)
    declared.add(scalar)
    report(search, region, {
      value,
      source: 'secret-manifest',
      hits: [{ ...MANIFEST, start: from, end: value.value.length }],
    })
  }
  for (const range of manifestLines(region))
    search.found.push({ ...MANIFEST, ...region.written(range), source: 'secret-manifest' })
  for (const leaf of leavesOf(region.tree, region.isContained)) {
    if (!declared.has(leaf.scalar)) searchLeaf(search, region, { ...leaf, isPatch: patches.has(leaf.scalar) })
  }
  for (const { scalar, hit } of findInCommandLists(region.tree))
    report(search, region, { value: decodeScalar(region.tree.text, scalar), hits: [hit] })
}

/** Secrets in the comments of a text; those in its scalars are found when the scalars are read. */
function manifestLines({ tree }: Region): TextRange[] {
  return tree.text.includes('#')
    ? findManifestLines(tree.text).filter((range) => scalarOver(tree, range) === undefined)
    : []
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
    if (!range) continue
    const { start, end } = region.written(range)
    found.push({ start, end, reason: hit.reason, strength: hit.strength, source })
  }
}

function searchLeaf(search: Search, region: Region, leaf: SearchedLeaf): void {
  const value = decodeScalar(region.tree.text, leaf.scalar)
  const text = value.value
  if (text.length < 2 || isEncrypted(text)) return
  const inner =
    text.length > 12 && region.depth < DEEPEST && search.budget > text.length
      ? readInner(search, text, leaf)
      : undefined
  if (inner) {
    const before = search.found.length
    searchInner(search, region, { leaf, value, inner })
    if (search.found.length > before || (inner.tree && leaf.sense !== 'password')) return
  }
  report(search, region, { value, hits: hitsBehindPercents(text) })
  const hits = judgeLeaf(leaf, text, toDefault(search, region, { leaf, text }))
  report(search, region, { value, hits })
  if (isWhole(hits, text) || inner?.tree) return
  if (!region.tree.text.startsWith(text, leaf.scalar.event.valueStart) && text.length >= 8)
    report(search, region, { value, hits: scanShapes(text) })
  report(search, region, { value, hits: freeText(text, false) })
  report(search, region, { value, source: 'secret-manifest', hits: findManifestLines(text).map(inManifest) })
}

/** Findings in a text that appear only after its percent escapes are decoded. */
function hitsBehindPercents(text: string): Hit[] {
  const plain = withoutPercents(text)
  if (!plain) return []
  return [...scanShapes(plain.text), ...freeText(plain.text, false)].map((hit) => ({ ...hit, ...plain.written(hit) }))
}

function inManifest(range: TextRange): Hit {
  return { ...MANIFEST, ...range }
}

function isWhole(hits: readonly Hit[], text: string): boolean {
  return hits.some(({ start, end, strength }) => strength !== 'possible' && start === 0 && end === text.length)
}

function readInner(search: Search, text: string, leaf: SearchedLeaf): InnerText | undefined {
  if (leaf.sense === 'about') return undefined
  if (!isMixed(text) && !dataAddress(text)) {
    if (!/[\n{[]/.test(text)) return undefined
    if (!leaf.isPatch && !leaf.isContained && leaf.sense === 'plain' && !hintsAtCredential(text)) return undefined
  }
  search.budget -= text.length
  const inner = readInnerText(text, search.budget)
  // A packed text is charged with its unpacked size.
  search.budget -= Math.max(0, (inner?.text.length ?? 0) - text.length)
  return inner
}

const SHORTEST_LINE = 16

/** Base64 of a text has letters of both cases and usually digits; its lines are longer than words. */
function isMixed(text: string): boolean {
  const line = text.search(/\s/)
  return (
    (line < 0 ? text.length : line) >= SHORTEST_LINE &&
    /[A-Z]/.test(text) &&
    /[a-z]/.test(text) &&
    !/[^A-Za-z0-9+/_=\s-]/.test(text) &&
    (/\d/.test(text) || text.length > 40)
  )
}

interface Inside {
  leaf: SearchedLeaf
  value: DecodedScalar
  inner: InnerText
}

function searchInner(search: Search, region: Region, { leaf, value, inner }: Inside): void {
  const wholeOf = (): TextRange => region.written(value.written({ start: 0, end: value.value.length }) ?? leaf.scalar)
  const written = (range: TextRange): TextRange => {
    const here = value.written(inner.written(range))
    return here ? region.written(here) : wholeOf()
  }
  const isContained = leaf.isContained || leaf.sense === 'secret' || leaf.sense === 'token' || leaf.sense === 'password'
  const shapes = inner.isEncoded ? scanShapes(inner.text) : []
  for (const hit of shapes) search.found.push({ ...hit, ...written(hit), source: 'suspected' })
  if (inner.tree) {
    searchRegion(search, { tree: inner.tree, written, depth: region.depth + 1, isContained, isPatch: leaf.isPatch })
    if (!inner.isEncoded && value.value.includes('\\')) report(search, region, { value, hits: scanShapes(value.value) })
    return
  }
  for (const hit of freeText(inner.text, false)) search.found.push({ ...hit, ...written(hit), source: 'suspected' })
  for (const range of findManifestLines(inner.text))
    search.found.push({ ...MANIFEST, ...written(range), source: 'secret-manifest' })
}

function toDefault({ defaultAt }: Search, region: Region, { leaf, text }: { leaf: Leaf; text: string }): ToDefault {
  if (!defaultAt || region.depth > 0) return 'unknown'
  const shipped = defaultAt(nodePath(region.tree, leaf.scalar))
  return shipped === undefined ? 'unknown' : shipped === text ? 'equal' : 'changed'
}
