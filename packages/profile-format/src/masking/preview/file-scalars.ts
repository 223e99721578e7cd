import { nodePath, treeOf } from '@waybill/layer-text'
import { documentTexts } from '../../document/document-texts.ts'
import { createFileLocator } from '../../read/locate-in-file.ts'
import type { WrittenFile } from './finding-ranges.ts'

/** A value of a layer, and its range in a file. */
export interface FileScalar {
  layerName: string
  manifest?: string
  path: string
  start: number
  end: number
}

/** Every value in the layers' texts with its range in the written file, in the order of the file. */
export function fileScalars({ file, format, safe }: Pick<WrittenFile, 'file' | 'format' | 'safe'>): FileScalar[] {
  const locate = createFileLocator(file, format)
  const scalars = documentTexts(safe).flatMap((text) => {
    const tree = treeOf(text.text)
    if (!tree) return []
    const { path, layerName, manifest } = text
    return tree.scalars.flatMap((scalar): FileScalar[] => {
      if (scalar.kind === 'alias' || scalar.parent.isKey || scalar.end <= scalar.start) return []
      const start = locate({ path, offset: scalar.start })
      const end = locate({ path, offset: scalar.end })
      if (start === undefined || end === undefined) return []
      return [{ layerName, ...(manifest !== undefined && { manifest }), path: nodePath(tree, scalar), start, end }]
    })
  })
  return scalars.toSorted((a, b) => a.start - b.start)
}
