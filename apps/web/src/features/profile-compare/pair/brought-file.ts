/** A file to compare with; it lives in the page alone, so that an address names it no longer after a reload. */
export interface BroughtFile {
  fileName: string
  content: Blob
}

/** Stands in the address in the place of a uid. */
export const FILE = 'file'

let brought: BroughtFile | null = null

export function bringFile(file: BroughtFile): void {
  brought = file
}

export const broughtFile = (): BroughtFile | null => brought
