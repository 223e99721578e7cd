import { inspectText, type TextInspection } from '@waybill/secret-finder'
import { parsePackSchema, secretPaths } from '@waybill/profile-format'
import { groundsDigestOf, type PackGrounds } from './grounds-digest.ts'
import { createInspectionMemory, keyOf, type TextGrounds } from './inspection-memory.ts'
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

const memory = createInspectionMemory()

/**
 * Finds secrets, masks and references in the texts of layers. Each pack's declarations are parsed once, the scanner
 * runs over all texts together, and texts that this thread has inspected before are not inspected again.
 */
export async function inspectLayers(layers: readonly LayerTexts[]): Promise<LayerInspections[]> {
  const declaredIn = remembering((schema: string) => (schema === '' ? [] : secretPaths(parsePackSchema(schema))))
  const digestsBeside = remembering((schema: string) =>
    remembering((defaults: string) => groundsDigestOf({ schema, defaults })),
  )
  const wanted = layers.map((layer) => {
    const groundsDigest = digestsBeside(layer.schema)(layer.defaults)
    return { groundsDigest, ...textsOf(layer, groundsDigest) }
  })
  const texts = wanted.flatMap(({ values, manifests }) => [values, ...manifests])
  const scan = await scanTexts(texts.flatMap(({ text, known }) => (known ? [] : [text])))
  const inspect = async ({ key, kind, text, schema, defaults, known }: AskedText) => {
    if (known) return known
    const declaredPaths = declaredIn(schema)
    return memory.keep(key, text, inspectText(text, { kind, declaredPaths, defaults, suspicions: await scan(text) }))
  }
  return Promise.all(
    wanted.map(async ({ groundsDigest, values, manifests }) => ({
      groundsDigest,
      inspection: await inspect(values),
      manifestInspections: await Promise.all(manifests.map(inspect)),
    })),
  )
}

type AskedText = ReturnType<typeof asked>

/** Packs declare only values, not manifests. */
const textsOf = ({ values = '', manifests, schema, defaults }: LayerTexts, groundsDigest: string) => ({
  values: asked({ kind: 'values', text: values, groundsDigest }, { schema, defaults }),
  manifests: manifests.map(({ content }) =>
    asked({ kind: 'manifest', text: content, groundsDigest }, { schema: '', defaults: '' }),
  ),
})

function asked(grounds: TextGrounds, { schema, defaults }: PackGrounds) {
  const key = keyOf(grounds)
  return { ...grounds, key, known: memory.recall(key), schema, defaults: defaults === '' ? undefined : defaults }
}

function remembering<Made>(make: (text: string) => Made): (text: string) => Made {
  const made = new Map<string, Made>()
  return (text) => {
    const known = made.get(text) ?? make(text)
    made.set(text, known)
    return known
  }
}
