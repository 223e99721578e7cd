/* global SwaggerUIBundle */
/** The path of an operation is a link inside of the button that unfolds it, which no keyboard tells apart: a text is enough. */
const pathsAsText = () => ({
  wrapComponents: {
    DeepLink:
      (_link, { React }) =>
      ({ text }) =>
        React.createElement('span', null, text),
  },
})

SwaggerUIBundle({
  url: '/v1/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  plugins: [pathsAsText],
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  operationsSorter: 'alpha',
  filter: true,
  persistAuthorization: false,
  // Its validator would be asked on another host.
  validatorUrl: null,
})
