import { compareDocuments, type CompareRequest } from '@waybill/profile-format'

export const compareProfiles = (request: CompareRequest): ReturnType<typeof compareDocuments> =>
  compareDocuments(request)
