/** The operation in the specification of Palette's API (4.8). */
export interface PaletteName {
  id: string
  /** True when a client that must work calls it: Terraform provider, SDKs, MCP server. */
  isClientNeeded: boolean
  /** Why it never succeeds here, if so. */
  refusal?: PaletteRefusal | undefined
}

/** How and why one of Palette's operations is refused. */
export interface PaletteRefusal {
  code: 'NotSupported' | 'ResourceNotFound'
  reason: string
}

/** The name of an operation that supported clients call. */
export const calledByClients = (id: string, refusal?: PaletteRefusal): PaletteName => ({
  id,
  isClientNeeded: true,
  refusal,
})

/** The name of an operation that is in the specification but that no known client calls. */
export const documentedOnly = (id: string, refusal?: PaletteRefusal): PaletteName => ({
  id,
  isClientNeeded: false,
  refusal,
})
