export { YAML_LIMITS } from './limits.ts'
export { type EmptyPlace, emptyPlaceOf } from './empty-places/empty-place.ts'
export { type EmptyFill, fillEmpty } from './empty-places/fill-empty.ts'
export { stillEmpty } from './empty-places/still-empty.ts'
export { aroundMask, type MaskSurroundings } from './masks/around-mask.ts'
export { fillText } from './masks/fill-text.ts'
export { keptFrom, scalarAt, typedKindAt } from './masks/kept-value.ts'
export { MASK, MASK_RUN, QUOTED_MASK } from './masks/mask.ts'
export { type Fill, type MaskedPlace } from './masks/masked-place.ts'
export { maskedComments, maskedPlaces } from './masks/masked-places.ts'
export { numbered, unnumbered } from './masks/number-places.ts'
export type { MaskedEdit } from './masks/restore-lines.ts'
export { restoreMasks } from './masks/restore-masks.ts'
export { type PathEnd, type PathFollower, pathsIn, resolvePaths } from './path/follow-path.ts'
export { type PathStep, DOCUMENT_PREFIX, isPath, nodePath, parsePath, withoutDocument } from './path/text-path.ts'
export { type Reference, type ReferenceKind, findReferences, isReferenceOnly } from './references.ts'
export { byteLength, isLarger } from './text-bytes.ts'
export { lineOf } from './text-lines.ts'
export { type TextPosition, type TextRange, positionAt } from './text-range.ts'
export { canonicalText, isOpen, isOpenText, isWritten, writtenText } from './yaml/canonical-text.ts'
export { type InnerReader, innerReader } from './yaml/inner-text.ts'
export { findYamlFaults, parseYaml, treeOf } from './yaml/parsing/parse-yaml.ts'
export { scalarOver, standsAlone } from './yaml/scalar-over.ts'
export {
  isBlockScalar,
  isLiteralBlock,
  isPlain,
  isPlainNull,
  isTypedPlain,
  scalarValue,
  type TypedKind,
} from './yaml/yaml-scalar.ts'
export { coreTag } from './yaml/parsing/yaml-tags.ts'
export {
  type YamlAlias,
  type YamlEntry,
  type YamlFault,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
  type YamlTree,
  resolveAlias,
} from './yaml/yaml-tree.ts'
