/* global SwaggerUIBundle */
SwaggerUIBundle({
  url: '/v1/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  operationsSorter: 'alpha',
  filter: true,
  persistAuthorization: false,
  // Its validator would be asked on another host.
  validatorUrl: null,
})
