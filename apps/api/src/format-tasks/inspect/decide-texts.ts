import { applyDecisions, markablePaths, type DecidedText as Decided, type TextInspection } from '@waybill/secret-finder'

export type DecidedText = Decided & { text: string }

/** The inspections of texts after people's decisions, in order. */
export const decideTexts = (texts: readonly DecidedText[]): TextInspection[] =>
  texts.map(({ text, ...decided }) => applyDecisions(text, decided))

export interface MarkedText {
  text: string
  paths: readonly string[]
}

/** For each text, the paths that lead to a value. */
export const findMarkable = (texts: readonly MarkedText[]): string[][] =>
  texts.map(({ text, paths }) => [...markablePaths(text, paths)])
