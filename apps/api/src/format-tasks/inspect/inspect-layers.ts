import { inspectText, type SecretScanner, type TextInspection } from '@waybill/secret-finder'
import { parsePackSchema, secretPaths } from '@waybill/profile-format'
import { groundsDigestOf, type PackGrounds } from './grounds-digest.ts'
import { scanTexts } from './secret-scanner.ts'

export interface LayerTexts extends PackGrounds {
  values?: string | undefined
  manifests: readonly { content: string }[]
}

export interface LayerInspections {
  groundsDigest: string
  inspection: TextInspection
  manifestInspections: TextInspection[]
}

/** Finds what is secret, masked and referenced in the texts of layers. What packs say is read once and the scanner runs over all texts. */
export async function inspectLayers(layers: readonly LayerTexts[]): Promise<LayerInspections[]> {
  const texts = layers.flatMap(({ values, manifests }) => [values ?? '', ...manifests.map(({ content }) => content)])
  const scan = await scanTexts(texts)
  const declaredIn = remembering((schema: string) => (schema === '' ? [] : secretPaths(parsePackSchema(schema))))
  const digestsBeside = remembering((schema: string) =>
    remembering((defaults: string) => groundsDigestOf({ schema, defaults })),
  )
  return Promise.all(
    layers.map((layer) => {
      const { schema, defaults } = layer
      const groundsDigest = digestsBeside(schema)(defaults)
      return inspectLayer(layer, { scan, declaredPaths: declaredIn(schema), groundsDigest })
    }),
  )
}

function remembering<Made>(make: (text: string) => Made): (text: string) => Made {
  const made = new Map<string, Made>()
  return (text) => {
    const known = made.get(text) ?? make(text)
    made.set(text, known)
    return known
  }
}

interface Known {
  scan: SecretScanner
  declaredPaths: readonly string[]
  groundsDigest: string
}

async function inspectLayer({ values = '', manifests, defaults }: LayerTexts, known: Known): Promise<LayerInspections> {
  const { scan, declaredPaths, groundsDigest } = known
  const inspect = async (kind: 'values' | 'manifest', text: string) =>
    inspectText(text, {
      kind,
      declaredPaths: kind === 'values' ? declaredPaths : [],
      defaults: kind === 'values' && defaults !== '' ? defaults : undefined,
      suspicions: await scan(text),
    })
  return {
    groundsDigest,
    inspection: await inspect('values', values),
    manifestInspections: await Promise.all(manifests.map(({ content }) => inspect('manifest', content))),
  }
}
