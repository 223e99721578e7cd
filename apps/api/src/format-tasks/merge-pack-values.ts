import { positionAt } from '@waybill/layer-text'
import { mergeValues, type MergeInput } from '@waybill/values-merge'

/** The merge as the contract has it: of a fault only side and line, as its path may name what is secret. */
export function mergePackValues(input: MergeInput) {
  const { problems, ...merge } = mergeValues(input)
  return {
    ...merge,
    problems: problems.map(({ side, fault }) => ({ side, line: positionAt(input[side], fault.offset).line })),
  }
}
