import type { EmptyPlace } from '@waybill/layer-text'

/** A value of a profile that an import left empty and that nobody has filled since. */
export interface EmptyValue extends EmptyPlace {
  /** Empty for the default of a variable, whose name is then the path. */
  layerName: string
  /** Empty for the values of the layer. */
  manifest: string
  /** In its text, from 1; 0 for a variable. */
  line: number
}
