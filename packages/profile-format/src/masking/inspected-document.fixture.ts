import { inspectText, type TextInspection } from '@waybill/secret-finder'
import type { ProfileDocument } from '../document/document.ts'
import { documentTexts } from '../document/document-texts.ts'

/** Inspects the texts of a document as happens when it is stored; `declaredPaths` are those of its first pack. */
export function inspectDocument(
  document: ProfileDocument,
  declaredPaths: readonly string[] = [],
): Map<string, TextInspection> {
  return new Map(
    documentTexts(document).map(({ id, kind, packIndex, text }) => [
      id,
      inspectText(text, {
        kind,
        declaredPaths: kind === 'values' && packIndex === 0 ? declaredPaths : [],
        suspicions: [],
      }),
    ]),
  )
}
