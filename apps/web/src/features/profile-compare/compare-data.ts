import type { ComparisonBody, ProfileBody } from '@waybill/api-contract'
import type { Pair } from './pair/compared-pair.ts'

/** Two sides compared, or one of them with the question for the other. */
export type CompareData =
  | { kind: 'compared'; pair: Pair; comparison: ComparisonBody }
  | { kind: 'choosing'; pair: Pair; profile: ProfileBody | null }
