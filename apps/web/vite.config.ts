import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { inlineIcon } from './inline-icon.ts'
import { operationAddresses } from './operation-addresses.ts'
import { precompress } from './precompress.ts'
import { trimClassNames, trimIcons, trimPatternFly } from './trim-patternfly.ts'
import { workerEntities } from './worker-entities.ts'

/**
 * In development, serves the same pages as the API server: the sign-in page at /login and /setup, the console
 * everywhere else.
 */
function signInPage(): Plugin {
  return {
    name: 'sign-in-page',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (/^\/(?:login|setup)\/?(?:[?#]|$)/.test(request.url ?? '')) request.url = '/login.html'
        next()
      })
    },
  }
}

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** The modules of the sign-in page. */
const signInModules = new RegExp(
  [
    String.raw`node_modules[\\/](?:react|react-dom|scheduler|tslib)[\\/]`,
    String.raw`react-(?:core|styles)[\\/].*[\\/](?:Badge|Button|Card|Form|FormControl|HelperText|Icon|Spinner|TextInput)[\\/]`,
    String.raw`react-core[\\/]dist[\\/](?:styles|esm[\\/]helpers[\\/](?!Popper|KeyboardHandler))`,
    String.raw`react-styles[\\/]dist[\\/]`,
    String.raw`api-client[\\/]src[\\/]`,
    String.raw`shared[\\/]ui[\\/](?:forms[\\/](?:field-text|show-first-problem)|page[\\/]frame[\\/](?:page\.css|product-mark)|messages[\\/](?:failure-text|form-message))`,
    String.raw`shared[\\/]http[\\/]use-answer`,
    // Loaded later on both pages. Since the console's frame sends with it too, it belongs to the shared start.
    String.raw`sending[\\/]use-once`,
    String.raw`sign-in-path`,
    // The setup form is loaded on demand.
    'preload-helper',
  ].join('|'),
)

export default defineConfig({
  plugins: [
    react(),
    signInPage(),
    trimPatternFly(),
    trimIcons(),
    trimClassNames(),
    operationAddresses(),
    inlineIcon(page('public/favicon.svg')),
    precompress(),
  ],
  worker: { format: 'es', plugins: () => [workerEntities()] },
  server: { proxy: { '/v1': 'http://127.0.0.1:8080' } },
  build: {
    target: 'es2023',
    // The strict content security policy allows no data: scripts or styles, and a small file is worth a cached request.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { console: page('index.html'), login: page('login.html') },
      // One file for what both pages start with, and one for the rest of the console's frame and list, including its
      // entry, which would otherwise be a file of its own; pages opened later stay split. Left alone, each page would
      // start with more than 15 requests.
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', tags: ['$initial'], test: signInModules, priority: 2 },
            {
              name: 'frame',
              tags: ['$initial'],
              test: /[\\/](?:(?:node_modules|app|profile-list|session-renewal|shared)[\\/]|src[\\/]main\.tsx$|(?:profile-detail|reveal)\.css$)/,
              priority: 1,
            },
            {
              name: 'profile-detail',
              // Dialogs and parts that few profiles need are loaded on demand.
              test: /profile-detail[\\/](?!empty-values[\\/]|layers[\\/]stage-switch|clone[\\/]|actions[\\/](?:delete-|publish)|profile-detail\.css$)|reveal[\\/]masked-paths\./,
            },
            {
              name: 'yaml',
              test: /@codemirror[\\/](?!merge|lint)|@lezer[\\/]|codemirror[\\/](?:extensions|view-mount)\./,
            },
          ],
        },
      },
    },
  },
})
