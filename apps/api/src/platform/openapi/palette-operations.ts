import { OPERATIONS, type Operation } from '@waybill/api-contract/operations'

/** An operation of Palette's specification (4.8). */
export interface PaletteOperation {
  method: Operation['method']
  /** With parameters in braces, which may have other names than in the specification. */
  path: string
  operationId: string
  /** The one status that its clients take for success. */
  success: number
  /** Used by a client that must work: the Terraform provider, the SDKs, the MCP server. */
  isClientNeeded: boolean
  /** Why it always refuses, for an operation that does. */
  refusal?: NonNullable<Operation['palette']>['refusal']
}

/**
 * Every operation of Palette's specification that concerns cluster profiles: those that Waybill answers as Palette
 * does, and those that it refuses because it has nothing behind them. `docs/api-compatibility.md` is generated from it.
 */
export const PALETTE_OPERATIONS: readonly PaletteOperation[] = OPERATIONS.flatMap(
  ({ method, path, palette, success }) => {
    if (!palette) return []
    const { id, isClientNeeded, refusal } = palette
    return [{ method, path, operationId: id, success: Number(Object.keys(success)[0]), isClientNeeded, refusal }]
  },
)
