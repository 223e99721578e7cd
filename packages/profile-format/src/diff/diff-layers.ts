import { diffField, pairByKey } from './diff-fields.ts'
import type { DocumentPack } from '../document/document.ts'
import type { Change } from '../plan/import-plan.ts'

/**
 * Differences of layers by name, and whether the order of the common ones changed. Texts are compared but not shown.
 */
export function diffLayers(before: readonly DocumentPack[], after: readonly DocumentPack[]): Change[] {
  const pairs = pairByKey(before, after, (pack) => pack.name)
  const changes = pairs.flatMap((pair): Change[] => {
    const path = `layers[${pair.key}]`
    if (pair.before === undefined) return diffField({ path, before: undefined, after: pair.after?.version })
    if (pair.after === undefined) return diffField({ path, before: pair.before.version, after: undefined })
    return diffLayer(path, pair.before, pair.after)
  })
  return isReordered(before, after) ? [...changes, { kind: 'changed', path: 'layers' }] : changes
}

function diffLayer(path: string, before: DocumentPack, after: DocumentPack): Change[] {
  return [
    ...diffField({ path: `${path}.layer`, before: before.layer, after: after.layer }),
    ...diffField({ path: `${path}.type`, before: before.type, after: after.type }),
    ...diffField({ path: `${path}.version`, before: before.version, after: after.version }),
    ...diffField({ path: `${path}.tag`, before: before.tag, after: after.tag }),
    ...diffField({ path: `${path}.registry`, before: registryOf(before), after: registryOf(after) }),
    ...diffField({ path: `${path}.values`, before: before.values, after: after.values, isHidden: true }),
    ...pairByKey(before.manifests, after.manifests, (manifest) => manifest.name).flatMap((pair) =>
      diffField({
        path: `${path}.manifests[${pair.key}]`,
        before: pair.before?.content,
        after: pair.after?.content,
        isHidden: true,
      }),
    ),
  ]
}

/** Prefers the name, because uids differ between environments and mean nothing to people. */
function registryOf({ registry }: DocumentPack): string | undefined {
  return registry.name || registry.uid || undefined
}

function isReordered(before: readonly DocumentPack[], after: readonly DocumentPack[]): boolean {
  const old = new Set(before.map((pack) => pack.name))
  const now = new Set(after.map((pack) => pack.name))
  const kept = before.filter((pack) => now.has(pack.name))
  return after.filter((pack) => old.has(pack.name)).some((pack, index) => pack.name !== kept[index]?.name)
}
