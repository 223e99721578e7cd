import type { MaskedPlace, Reference, TextRange } from '@waybill/layer-text'

/** Why a place is masked on export. */
export type SecretSource = 'declared' | 'secret-manifest' | 'suspected'

/** The reasons for a finding; `reasonWords` has a sentence for each. */
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

/** How sure a finding is: `certain` and `likely` are masked by default, `possible` is only listed. */
export type Strength = 'certain' | 'likely' | 'possible'

/**
 * A place that contains a secret. Replacing its range with `replacement` keeps every other byte and leaves valid YAML.
 */
export interface SecretPlace extends TextRange {
  /**
   * Path in the text, e.g. `charts.hspc.password`; with the prefix `document[1].` if there are several YAML documents.
   */
  path: string
  source: SecretSource
  reason: SecretReason
  strength: Strength
  replacement: string
  /** All reasons, if there are several; otherwise absent, so that stored inspections stay small. */
  evidence?: readonly SecretReason[]
  /** Set if a person decided it: by a mark in the profile, or by a rule of the tenant. */
  decidedBy?: 'mark' | 'rule'
}

/** The result of an inspection, stored beside the text so that an export need not search again. */
export interface TextInspection {
  /** What an export masks: everything declared, certain or likely. */
  secrets: SecretPlace[]
  /** What might be a secret: listed, not masked. */
  possible: SecretPlace[]
  masked: MaskedPlace[]
  references: Reference[]
}

/** One suspicion of a secret scanner. */
export interface Suspicion extends TextRange {
  rule: string
}

/** A port: the server implements it with secretlint's rules; this package stays free of I/O. */
export type SecretScanner = (text: string) => Promise<readonly Suspicion[]>
