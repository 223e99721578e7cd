import { locateInFile } from '@waybill/profile-format'

/** Loaded when it is asked for: reading a file belongs to a worker else, and not to the page. */
export const findFilePlace = locateInFile
