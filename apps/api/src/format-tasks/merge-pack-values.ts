import { positionAt } from '@waybill/layer-text'
import { mergeValues, type MergeInput } from '@waybill/values-merge'

/** Merges as the contract describes. Of a fault it returns only side and line, since the path may contain a secret. */
export function mergePackValues(input: MergeInput) {
  const { problems, ...merge } = mergeValues(input)
  return {
    ...merge,
    problems: problems.map(({ side, fault }) => ({ side, line: positionAt(input[side], fault.offset).line })),
  }
}
