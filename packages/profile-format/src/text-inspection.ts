/** Offsets are UTF-16 units in the text that was inspected; `end` is exclusive. */
export interface TextRange {
  start: number
  end: number
}

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

/** A scalar (or a part of one) that is the mask: unfilled until somebody says what stands there. */
export interface MaskedPlace extends TextRange {
  path: string
  /** True when the mask is only part of the scalar, so that filling splices raw text. */
  isPartial: boolean
}

export type ReferenceKind = 'macro' | 'system' | 'pack' | 'var'

/** A `{{ .spectro.… }}` expression (contract §e). */
export interface Reference extends TextRange {
  kind: ReferenceKind
  name: string
  /** Everything from the first `|` on, trimmed; empty without one. */
  pipeline: string
}

/** All that is worth keeping beside a stored text, so that export finds nothing again. */
export interface TextInspection {
  secrets: SecretPlace[]
  masked: MaskedPlace[]
  references: Reference[]
}

/** How to fill one masked place. */
export interface Fill extends MaskedPlace {
  value: string
}

/** One suspicion of a secret scanner. */
export interface Suspicion extends TextRange {
  rule: string
}

/** A port: the server answers it with secretlint's rules; the domain stays free of I/O. */
export type SecretScanner = (text: string) => Promise<readonly Suspicion[]>
