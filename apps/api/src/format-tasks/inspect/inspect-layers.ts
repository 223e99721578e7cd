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

/** Finds what is secret, masked and referenced in the texts of layers. Each schema is read once and the scanner runs over all texts. */
export async function inspectLayers(layers: readonly LayerTexts[]): Promise<LayerInspections[]> {
  const texts = layers.flatMap(({ values, manifests }) => [values ?? '', ...manifests.map(({ content }) => content)])
  const scan = await scanTexts(texts)
  const declaredPaths = new Map<string, readonly string[]>()
  for (const { schema } of layers) {
    if (!declaredPaths.has(schema)) declaredPaths.set(schema, schema === '' ? [] : secretPaths(parsePackSchema(schema)))
  }
  return Promise.all(
    layers.map((layer) => inspectLayer(layer, { scan, declaredPaths: declaredPaths.get(layer.schema) ?? [] })),
  )
}

interface Known {
  scan: SecretScanner
  declaredPaths: readonly string[]
}

async function inspectLayer({ values = '', manifests, schema, defaults }: LayerTexts, { scan, declaredPaths }: Known) {
  const inspect = async (kind: 'values' | 'manifest', text: string) =>
    inspectText(text, {
      kind,
      declaredPaths: kind === 'values' ? declaredPaths : [],
      defaults: kind === 'values' && defaults !== '' ? defaults : undefined,
      suspicions: await scan(text),
    })
  return {
    groundsDigest: groundsDigestOf({ schema, defaults }),
    inspection: await inspect('values', values),
    manifestInspections: await Promise.all(manifests.map(({ content }) => inspect('manifest', content))),
  }
}
