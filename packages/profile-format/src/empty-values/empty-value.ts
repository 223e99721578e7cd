import type { EmptyPlace } from '@waybill/layer-text'

/** A value of a profile that an import left empty and that nobody has filled since. */
export interface EmptyValue extends EmptyPlace {
  /** Empty for a variable's default value; `path` then holds the variable's name. */
  layerName: string
  /** Empty for the layer's values. */
  manifest: string
  /** The line in its text, counted from 1; 0 for a variable. */
  line: number
}
