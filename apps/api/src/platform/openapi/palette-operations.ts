import { OPERATIONS, type Operation } from '@waybill/api-contract/operations'

/** An operation that Palette's specification (4.8) has too. */
export interface PaletteOperation {
  method: Operation['method']
  /** With parameters in braces; the specification may call these otherwise. */
  path: string
  operationId: string
  /** The one status that its clients take for success. */
  success: number
  /** Named by a client that has to work: Terraform provider, SDKs, MCP server. */
  isClientNeeded: boolean
  /** Why it never succeeds, where it does not. */
  refusal?: NonNullable<Operation['palette']>['refusal']
}

/**
 * What Waybill answers as Palette does, and what it refuses because nothing here stands behind it: every operation of the
 * specification that has to do with cluster profiles. `docs/api-compatibility.md` is made of it.
 */
export const PALETTE_OPERATIONS: readonly PaletteOperation[] = OPERATIONS.flatMap(
  ({ method, path, palette, success }) => {
    if (!palette) return []
    const { id, isClientNeeded, refusal } = palette
    return [{ method, path, operationId: id, success: Number(Object.keys(success)[0]), isClientNeeded, refusal }]
  },
)
