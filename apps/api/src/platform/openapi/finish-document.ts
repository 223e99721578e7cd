import { describeOperation } from './describe-operation.ts'
import { routeKey, type DocumentedRoute } from './documented-routes.ts'
import { errorResponses } from './error-responses.ts'
import { openApiSchema } from './openapi-document.ts'
import { keepUsedSchemas } from './used-schemas.ts'

const projectUid = {
  name: 'ProjectUid',
  in: 'header',
  description: 'Uid of the project to act in; the tenant without it',
  schema: { type: 'string' },
}

/**
 * Completes the document generated from the routes' schemas with what only the routes' configuration knows, and removes
 * duplicates.
 */
export function finishDocument(made: unknown, routes: ReadonlyMap<string, DocumentedRoute>) {
  const { openapi, info, ...document } = openApiSchema.parse(made)
  const paths = Object.entries(document.paths).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => [
        method,
        describeOperation({ method, path, route: routes.get(routeKey(method, path)) }, operation),
      ]),
    ),
  ])
  return keepUsedSchemas({
    openapi,
    info,
    ...document,
    components: {
      ...document.components,
      parameters: { ProjectUid: projectUid },
      responses: errorResponses(),
    },
    paths: Object.fromEntries(paths),
  })
}
