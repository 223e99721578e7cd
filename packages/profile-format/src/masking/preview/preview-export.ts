import { evidenceOf, type SecretReason, type SecretSource, type Strength } from '@waybill/secret-finder'
import { serializeDocument, type SerializeOptions } from '../../write/serialize-document.ts'
import { documentTexts } from '../../document/document-texts.ts'
import { createMaskJudge, isProseMasked, maskDocument, type MaskJudge, type MaskRequest } from '../mask-document.ts'
import { proseMasker } from '../mask-copies.ts'
import { proseSecrets } from '../mask-prose.ts'
import { variableSecrets } from '../mask-variables.ts'
import { fileScalars, type FileScalar } from './file-scalars.ts'
import { findingRanges } from './finding-ranges.ts'

/** A possible secret, as shown to the person who exports; never its value. */
export interface Finding {
  id: string
  /** Empty outside the texts of layers. */
  textId: string
  where: 'values' | 'manifest' | 'variable' | 'description' | 'label'
  /** Empty outside layers. */
  layerName: string
  manifest?: string
  path: string
  /** The line in its text, from 1; 0 outside texts. */
  line: number
  source: SecretSource
  reason: SecretReason
  /** Everything that supports the finding, including `reason`. */
  evidence: readonly SecretReason[]
  /** `declared` when it was not estimated. */
  strength: 'declared' | Strength
  decidedBy?: 'mark' | 'rule'
  /** Whether it is masked in the requested file. */
  isMasked: boolean
  /** True when it cannot be kept in clear. */
  isFixed: boolean
  /** In UTF-16 units of the file; absent when the place could not be followed there. */
  range?: { start: number; end: number }
}

/** The file that an export would write, and the findings in it. */
export interface ExportPreview {
  file: string
  findings: Finding[]
  /** The ranges of the layers' values in the file, in its order; empty for files over 256 KiB. */
  scalars: FileScalar[]
  /** The masked values, for `survivingSecrets` over the file. */
  secrets: string[]
}

/** In a larger file, following every value would take too long. */
const LARGEST_FOLLOWED = 256 * 1024

/** Previews an export: the file it would write, and everything found in it, masked or not. */
export function previewExport(request: MaskRequest, options: SerializeOptions): ExportPreview {
  const { document: safe, secrets } = maskDocument(request)
  const file = serializeDocument(safe, options)
  const isMasked = createMaskJudge(request)
  const findings = [...textFindings(request, isMasked), ...proseFindings(request), ...variableFindings(request)]
  const written = { file, format: options.format, safe, secrets, isMasked }
  const isFollowed = file.length <= LARGEST_FOLLOWED
  const ranges = isFollowed ? findingRanges(request, written) : new Map<string, Finding['range']>()
  const mask = proseMasker(secrets)
  const shown = findings.map((finding) => {
    const range = ranges.get(finding.id)
    return { ...finding, id: mask(finding.id), path: mask(finding.path), ...(range && { range }) }
  })
  return { file, findings: shown, scalars: isFollowed ? fileScalars(written) : [], secrets }
}

function textFindings(request: MaskRequest, isMasked: MaskJudge): Finding[] {
  return documentTexts(request.document).flatMap((text) => {
    const { secrets = [], possible = [] } = request.inspections.get(text.id) ?? {}
    const found = [...secrets, ...possible].toSorted((a, b) => a.start - b.start)
    const masked = new Set(secrets)
    const lineAt = lineCounter(text.text)
    return found.map((place): Finding => {
      const id = `${text.id}#${place.path}`
      const isFixed = place.source === 'suspected' ? place.strength === 'certain' : place.decidedBy !== 'mark'
      return {
        id,
        textId: text.id,
        where: text.kind,
        layerName: text.layerName,
        ...(text.manifest !== undefined && { manifest: text.manifest }),
        path: place.path,
        line: lineAt(place.start),
        source: place.source,
        reason: place.reason,
        evidence: evidenceOf(place),
        strength: place.source === 'suspected' || place.decidedBy ? place.strength : 'declared',
        ...(place.decidedBy && { decidedBy: place.decidedBy }),
        isMasked: masked.has(place) && isMasked({ id, text: text.text, place }),
        isFixed: isFixed && masked.has(place),
      }
    })
  })
}

/** Counts lines for ascending offsets, so that a text with many findings is scanned once. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let next = text.indexOf('\n')
  return (offset) => {
    for (; next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) line += 1
    return line
  }
}

const IN_NO_TEXT = { textId: '', layerName: '', line: 0 }

function proseFindings(request: MaskRequest): Finding[] {
  return proseSecrets(request.document).map((secret) => {
    const { id, path, reason, strength } = secret
    return {
      id,
      ...IN_NO_TEXT,
      where: id === 'description' ? 'description' : id.startsWith('labels.') ? 'label' : 'variable',
      path,
      source: 'suspected',
      reason,
      evidence: [reason],
      strength,
      isMasked: isProseMasked(request, secret),
      isFixed: strength === 'certain',
    }
  })
}

function variableFindings({ document }: MaskRequest): Finding[] {
  return document.variables.flatMap((variable, index): Finding[] =>
    variableSecrets([variable]).length === 0
      ? []
      : [
          {
            id: `variables[${index}].defaultValue`,
            ...IN_NO_TEXT,
            where: 'variable',
            path: variable.name,
            source: 'declared',
            reason: 'variable',
            evidence: ['variable'],
            strength: 'declared',
            isMasked: true,
            isFixed: true,
          },
        ],
  )
}
