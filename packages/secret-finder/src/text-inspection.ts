import type { MaskedPlace, Reference, TextRange } from '@waybill/layer-text'

/** Why a place is masked on export (design.md decision 5). */
export type SecretSource = 'declared' | 'secret-manifest' | 'suspected'
export type SecretReason = 'schema' | 'manifest' | 'key-name' | 'token-pattern' | 'copy' | 'unparsable'

/** A place that export masks. Splicing `replacement` over the range keeps every other byte and leaves valid YAML. */
export interface SecretPlace extends TextRange {
  /** Structured path in the text, e.g. `charts.hspc.password`; with more than one YAML document led by `document[1].`. */
  path: string
  source: SecretSource
  reason: SecretReason
  replacement: string
}

/** All that is worth keeping beside a stored text, so that export finds nothing again. */
export interface TextInspection {
  secrets: SecretPlace[]
  masked: MaskedPlace[]
  references: Reference[]
}

/** One suspicion of a secret scanner. */
export interface Suspicion extends TextRange {
  rule: string
}

/** A port: the server answers it with secretlint's rules; the domain stays free of I/O. */
export type SecretScanner = (text: string) => Promise<readonly Suspicion[]>
