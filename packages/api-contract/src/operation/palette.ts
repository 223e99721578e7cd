/** What an operation is in the specification of Palette's API (4.8). */
export interface PaletteName {
  id: string
  /** Named by a client that has to work: Terraform provider, SDKs, MCP server. */
  isClientNeeded: boolean
  /** Why it never succeeds here, where it does not. */
  refusal?: PaletteRefusal | undefined
}

/** How and why an operation of Palette is refused. */
export interface PaletteRefusal {
  code: 'NotSupported' | 'ResourceNotFound'
  reason: string
}

/** The name of an operation that clients call. */
export const calledByClients = (id: string, refusal?: PaletteRefusal): PaletteName => ({
  id,
  isClientNeeded: true,
  refusal,
})

/** The name of an operation that the specification has and no known client calls. */
export const documentedOnly = (id: string, refusal?: PaletteRefusal): PaletteName => ({
  id,
  isClientNeeded: false,
  refusal,
})
