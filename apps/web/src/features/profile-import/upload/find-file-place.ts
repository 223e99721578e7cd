import { locateInFile } from '@waybill/profile-format'

/** Loaded on demand: otherwise only the worker reads files, not the page. */
export const findFilePlace = locateInFile
