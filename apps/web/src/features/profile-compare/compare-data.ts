import type { ApiError } from '@waybill/api-client'
import type { ComparisonBody, ProfileBody } from '@waybill/api-contract'
import type { Pair } from './pair/compared-pair.ts'

/** Two compared sides, or one side and the choice of the other. */
export type CompareData =
  | { kind: 'compared'; pair: Pair; comparison: ComparisonBody }
  | { kind: 'choosing'; pair: Pair; profile: ProfileBody | null; fileFault: FileFault | null }

/** Why the file in the address was not compared: the page no longer has it, or the server refused it. */
export type FileFault = { kind: 'gone' } | { kind: 'refused'; fileName: string; error: ApiError }
