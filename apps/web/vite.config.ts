import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { inlineIcon } from './inline-icon.ts'
import { operationAddresses } from './operation-addresses.ts'
import { precompress } from './precompress.ts'
import { trimClassNames, trimIcons, trimPatternFly } from './trim-patternfly.ts'
import { workerEntities } from './worker-entities.ts'

/** In development, answers as the API server does: /login and /setup are the sign-in page, every other page is the console. */
function signInPage(): Plugin {
  return {
    name: 'sign-in-page',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (/^\/(?:login|setup)(?:[?#]|$)/.test(request.url ?? '')) request.url = '/login.html'
        next()
      })
    },
  }
}

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** What the sign-in page is made of. */
const signInModules = new RegExp(
  [
    String.raw`node_modules[\\/](?:react|react-dom|scheduler|tslib)[\\/]`,
    String.raw`react-(?:core|styles)[\\/].*[\\/](?:Badge|Button|Card|Form|FormControl|HelperText|Icon|Spinner|TextInput)[\\/]`,
    String.raw`react-core[\\/]dist[\\/](?:styles|esm[\\/]helpers[\\/](?!Popper|KeyboardHandler))`,
    String.raw`react-styles[\\/]dist[\\/]`,
    String.raw`api-client[\\/]src[\\/]`,
    String.raw`shared[\\/]ui[\\/](?:page[\\/]frame[\\/](?:page\.css|product-mark)|messages[\\/](?:failure-text|form-message))`,
    String.raw`shared[\\/]http[\\/]use-answer`,
    // Later screens of both pages send with it. Since the console's frame does too, it counts as what a page begins with.
    String.raw`sending[\\/]use-once`,
    String.raw`sign-in-path`,
    // The form of the first setup is loaded when it is wanted.
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
    // The strict content security policy knows no data: scripts or styles, and a small file is worth a cached request.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { console: page('index.html'), login: page('login.html') },
      // One file for what both pages begin with and one for the rest of the console's frame and list, its entry among it,
      // which would be a file of its own; what is opened later stays split by itself. Left alone, each page begins with
      // more than 15 requests.
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
              // Dialogs and what few profiles need are loaded when they are shown.
              test: /profile-detail[\\/](?!empty-values[\\/]|layers[\\/]stage-switch|clone[\\/]|actions[\\/](?:delete-|publish)|profile-detail\.css$)|reveal[\\/]masked-paths\./,
            },
            {
              name: 'yaml',
              test: /@codemirror[\\/](?!merge|lint)|@lezer[\\/]|codemirror[\\/](?:extensions|mask-badges|view-mount)\./,
            },
          ],
        },
      },
    },
  },
})
