import type { z } from 'zod'
import type { Operations } from '../../operation/operation.ts'
import { calledByClients, documentedOnly } from '../../operation/palette.ts'
import { created } from '../../operation/success.ts'
import {
  exportChoiceSchema,
  exportedFileSchema,
  exportPreviewQuerySchema,
  exportPreviewSchema,
  exportQuerySchema,
  terraformExportQuerySchema,
  terraformFileSchema,
  terraformPreviewSchema,
} from './profile-export.ts'
import { profileDocumentSchema } from './profile-document.ts'
import { importDecisionsSchema, importQuerySchema, importValidateResponseSchema } from './profile-import.ts'
import { profileParams } from '../profile-params.ts'

const mayGet = {
  method: 'GET',
  tag: 'profiles',
  access: { permission: 'clusterProfile.get' },
  params: profileParams,
} as const
const mayChoose = { ...mayGet, method: 'POST', tag: 'console', body: exportChoiceSchema } as const
const asFile = { produces: 'application/octet-stream' } as const

/** Exports of profiles. */
export const exportOperations = {
  file: {
    ...mayGet,
    ...asFile,
    path: '/v1/clusterprofiles/{uid}/export',
    palette: calledByClients('V1ClusterProfilesUidExport'),
    summary: 'The profile as a file, its secrets masked',
    query: exportQuerySchema,
    success: { 200: exportedFileSchema },
  },
  /** Refusal: `ExportUnmaskable`. */
  terraform: {
    ...mayGet,
    ...asFile,
    path: '/v1/clusterprofiles/{uid}/export/terraform',
    palette: documentedOnly('V1ClusterProfilesUidExportTerraform'),
    summary: 'The profile as Terraform configuration; secrets become input variables',
    query: terraformExportQuerySchema,
    success: { 200: terraformFileSchema },
  },
  /** Refusal: `ExportUnmaskable`. */
  terraformPreview: {
    ...mayGet,
    path: '/v1/clusterprofiles/{uid}/export/terraform/preview',
    tag: 'console',
    summary: 'The Terraform configuration to come, to be looked at: nothing is exported by it',
    query: terraformExportQuerySchema,
    success: { 200: terraformPreviewSchema },
  },
  preview: {
    ...mayGet,
    path: '/v1/clusterprofiles/{uid}/export/preview',
    tag: 'console',
    summary: 'What an export of the profile masks, by place; never a value',
    query: exportPreviewQuerySchema,
    success: { 200: exportPreviewSchema },
  },
  /** Refusal: `ExportUnmaskable`. */
  chosenFile: {
    ...mayChoose,
    ...asFile,
    path: '/v1/clusterprofiles/{uid}/export',
    summary: 'The profile as a file, with a choice that is too long for an address',
    success: { 200: exportedFileSchema },
  },
  chosenPreview: {
    ...mayChoose,
    path: '/v1/clusterprofiles/{uid}/export/preview',
    summary: 'What such an export masks, by place; never a value',
    success: { 200: exportPreviewSchema },
  },
} as const satisfies Operations

/** The reference to a schema in the OpenAPI document, in its form for requests. */
const referenceTo = (schema: z.ZodType) => `#/components/schemas/${schema.meta()?.id}Input`

/** The server reads these bodies as bytes, so the routes have no schema for them. */
const upload = {
  required: true,
  content: {
    'application/json': { schema: { $ref: referenceTo(profileDocumentSchema) } },
    'multipart/form-data': {
      schema: {
        type: 'object',
        anyOf: [{ required: ['importFile'] }, { required: ['fileDigest'] }],
        properties: {
          importFile: {
            type: 'string',
            contentMediaType: 'application/octet-stream',
            description: 'The file of a profile, JSON or YAML',
            // An exported file can be imported, so the examples are the same.
            examples: exportedFileSchema.meta()?.examples,
          },
          fileDigest: { type: 'string', description: 'Of a file that was validated before, in its place' },
          decisions: { $ref: referenceTo(importDecisionsSchema) },
        },
      },
      encoding: { decisions: { contentType: 'application/json' } },
    },
  },
} as const

/** A file without decisions. */
export const fileUpload = {
  required: true,
  content: {
    'application/json': upload.content['application/json'],
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['importFile'],
        properties: { importFile: upload.content['multipart/form-data'].schema.properties.importFile },
      },
    },
  },
} as const

const mayImport = {
  method: 'POST',
  tag: 'profiles',
  access: { permission: 'clusterProfile.create' },
  query: importQuerySchema,
  upload,
} as const
const importing = { ...mayImport, summary: 'Imports a cluster profile', success: created } as const

/** Imports of profiles. */
export const importOperations = {
  validate: {
    ...mayImport,
    path: '/v1/clusterprofiles/import/validate',
    palette: calledByClients('v1ClusterProfilesImportValidate'),
    summary: 'Plans an import and writes nothing',
    success: { 200: importValidateResponseSchema },
  },
  document: {
    ...importing,
    path: '/v1/clusterprofiles/import',
    palette: calledByClients('v1ClusterProfilesImport'),
  },
  /**
   * Refusals because of the plan list its problems in `details`; `ImportPlanStale` if the plan differs from the one
   * that was confirmed.
   */
  file: {
    ...importing,
    path: '/v1/clusterprofiles/import/file',
    palette: calledByClients('v1ClusterProfilesImportFile'),
  },
} as const satisfies Operations
