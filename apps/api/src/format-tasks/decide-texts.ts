import { applyDecisions, type SecretDecision, type TextInspection } from '@waybill/secret-finder'

export interface DecidedText {
  text: string
  inspection: TextInspection
  decisions: readonly SecretDecision[]
}

/** The inspections of texts as people decided, in their order. */
export const decideTexts = (texts: readonly DecidedText[]): TextInspection[] =>
  texts.map(({ text, ...decided }) => applyDecisions(text, decided))
