import type { ImportRecordBody } from '@waybill/api-contract'
import type { Problem } from '@waybill/profile-format'
import { problemBodies } from '../../platform/errors/problem-body.ts'
import type { StoredImportRecord } from './import-record-repository.ts'

/** Only this feature writes the JSON columns of import_records (see import-record-repository.ts). */
export function recordBody(record: StoredImportRecord): ImportRecordBody {
  return {
    uid: record.uid,
    at: record.createdAt.toISOString(),
    userEmail: record.userEmail,
    fileName: record.fileName,
    fileBytes: record.fileBytes,
    decisions: JSON.parse(record.decisions) as ImportRecordBody['decisions'],
    created: JSON.parse(record.created) as ImportRecordBody['created'],
    warnings: problemBodies(JSON.parse(record.warnings) as Problem[]),
  }
}
