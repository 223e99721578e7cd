import type { ApiError } from '@waybill/api-client'
import type { ComparisonBody, ProfileBody } from '@waybill/api-contract'
import type { Pair } from './pair/compared-pair.ts'

/** Two sides compared, or one of them with the question for the other. */
export type CompareData =
  | { kind: 'compared'; pair: Pair; comparison: ComparisonBody }
  | { kind: 'choosing'; pair: Pair; profile: ProfileBody | null; fileFault: FileFault | null }

/** Why a file that the address names was not compared: it is not in the page any more, or it was refused. */
export type FileFault = { kind: 'gone' } | { kind: 'refused'; fileName: string; error: ApiError }
