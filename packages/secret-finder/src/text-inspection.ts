import type { MaskedPlace, Reference, TextRange } from '@waybill/layer-text'

/** Why a place is masked on export. */
export type SecretSource = 'declared' | 'secret-manifest' | 'suspected'

/** What speaks for a secret; its words are made in one place, `reasonWords`. */
export type SecretReason =
  | 'schema'
  | 'variable'
  | 'manifest'
  | 'key-name'
  | 'structure'
  | 'argument'
  | 'url'
  | 'private-key'
  | 'password-hash'
  | 'token-pattern'
  | 'changed-default'
  | 'random'
  | 'copy'
  | 'unparsable'
  | 'marked'

/** How sure a finding is: `certain` and `likely` are masked by default, `possible` is only shown. */
export type Strength = 'certain' | 'likely' | 'possible'

/** A place that holds a secret. Splicing `replacement` over the range keeps every other byte and leaves valid YAML. */
export interface SecretPlace extends TextRange {
  /** Structured path in the text, e.g. `charts.hspc.password`; with more than one YAML document led by `document[1].`. */
  path: string
  source: SecretSource
  reason: SecretReason
  strength: Strength
  replacement: string
  /** All that speaks for it, where that is more than its reason: absent otherwise, so that stored inspections stay small. */
  evidence?: readonly SecretReason[]
  /** Whose word stands behind it, where it is a person's: a mark of the profile, or a rule of the tenant. */
  decidedBy?: 'mark' | 'rule'
}

/** All that is worth keeping beside a stored text, so that export finds nothing again. */
export interface TextInspection {
  /** What export masks: everything declared, certain or likely. */
  secrets: SecretPlace[]
  /** What might be a secret: shown, not masked. */
  possible: SecretPlace[]
  masked: MaskedPlace[]
  references: Reference[]
}

/** One suspicion of a secret scanner. */
export interface Suspicion extends TextRange {
  rule: string
}

/** A port: the server answers it with secretlint's rules; the domain stays free of I/O. */
export type SecretScanner = (text: string) => Promise<readonly Suspicion[]>
