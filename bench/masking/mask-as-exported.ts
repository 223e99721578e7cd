import {
  listSecrets,
  maskDocument,
  readDocument,
  serializeDocument,
  valuesId,
  type ProfileDocument,
} from '../../packages/profile-format/src/index.ts'
import { inspectText } from '../../packages/secret-finder/src/index.ts'
import { scanTexts } from '../../apps/api/src/format-tasks/inspect/secret-scanner.ts'

/** A text as a layer's values, as written by a default export. */
export interface ExportedText {
  text: string
  file: string
  /** Places that were found but are only shown, not masked. */
  places: readonly string[]
}

/** What a default export of each text would contain, by the server's steps without the server. */
export async function maskAsExported(
  texts: readonly string[],
  defaultsOf: (at: number) => string | undefined = () => undefined,
): Promise<ExportedText[]> {
  const scan = await scanTexts(texts)
  return Promise.all(
    texts.map(async (text, at) => {
      const document = profileOf(text)
      const known = {
        kind: 'values' as const,
        declaredPaths: [],
        suspicions: await scan(text),
        defaults: defaultsOf(at),
      }
      const inspections = new Map([[valuesId(0), inspectText(text, known)]])
      const { document: masked } = maskDocument({ document, inspections, suspected: 'mask' })
      return {
        text: masked.packs[0]?.values ?? '',
        file: serializeDocument(masked, { format: 'json', pretty: false }),
        places: listSecrets(document, inspections).map(({ path, reason }) => `${path} (${reason})`),
      }
    }),
  )
}

function profileOf(values: string): ProfileDocument {
  const pack = {
    name: 'layer',
    type: 'manifest',
    layer: 'addon',
    version: '1.0.0',
    values,
    manifests: [],
    registry: {},
  }
  const profile = {
    metadata: { name: 'case' },
    spec: { version: '1.0.0', template: { type: 'add-on', cloudType: 'all', packs: [pack] }, variables: [] },
  }
  const { document } = readDocument(new TextEncoder().encode(JSON.stringify(profile)), { format: 'json' })
  if (!document) throw new Error('a text of the corpus makes no profile')
  return { ...document, packs: document.packs.map((each) => ({ ...each, values })) }
}
