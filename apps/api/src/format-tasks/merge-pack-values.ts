import { mergeValues, type MergeInput } from '@waybill/values-merge'

/** The merge as the contract has it: of a fault only side and line, as its path may name what is secret. */
export function mergePackValues(input: MergeInput) {
  const { problems, ...merge } = mergeValues(input)
  const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length
  return {
    ...merge,
    problems: problems.map(({ side, fault }) => ({ side, line: lineOf(input[side], fault.offset) })),
  }
}
