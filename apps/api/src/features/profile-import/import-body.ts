import { exportedFileSchema } from '@waybill/api-contract'

/** The body of the import operations, as the OpenAPI document says it: they read its bytes themselves, so no schema stands on the routes. */
export const importBody = {
  required: true,
  content: {
    'application/json': { schema: { $ref: '#/components/schemas/ClusterProfileImportEntityInput' } },
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['importFile'],
        properties: {
          importFile: {
            type: 'string',
            contentMediaType: 'application/octet-stream',
            description: 'The file of a profile, JSON or YAML',
            // What is exported is what is imported.
            examples: exportedFileSchema.meta()?.examples,
          },
          decisions: { $ref: '#/components/schemas/ImportDecisionsInput' },
        },
      },
      encoding: { decisions: { contentType: 'application/json' } },
    },
  },
} as const
