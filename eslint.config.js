import js from '@eslint/js';
import globals from 'globals';

/** What the page's policy blocks, or what would carry data out of the machine unseen. */
const nowhere = [
  { selector: 'TemplateElement[value.raw=/(^|\\s)style="?$/]', message: 'The policy blocks style attributes: use classes, or .style=${…}.' },
  { selector: 'TemplateElement[value.raw=/\\sstyle=["\']/]', message: 'The policy blocks style attributes: use classes, or .style=${…}.' },
  { selector: 'TemplateElement[value.raw=/<style/]', message: 'The policy blocks <style>: use css`…`.' },
  { selector: 'ImportSpecifier[imported.name=/^(styleMap|unsafeHTML|unsafeSVG)$/]', message: 'The policy blocks it, or text from a file could become markup.' },
  { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]', message: 'Text from a file could become markup.' },
  { selector: 'MemberExpression[object.name=/^(window|globalThis|self)$/][property.name=open]', message: 'A window of its own is bound by no policy of ours.' },
  { selector: 'MemberExpression[property.name=sendBeacon]', message: 'Nothing leaves the machine.' },
];
const never = ['RTCPeerConnection', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'eval', 'open'].map((name) => ({
  name,
  message: 'Nothing leaves the machine.',
}));

export default [
  js.configs.recommended,
  {
    rules: {
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['www/**/*.js'],
    languageOptions: {
      globals: { ...globals.browser, __EBB_WORKER__: 'readonly', __EBB_WASM__: 'readonly', __EBB_FAST_WORKER__: 'readonly', __EBB_FAST_WASM__: 'readonly', __EBB_ZONES__: 'readonly', __EBB_VERSION__: 'readonly' },
    },
    rules: {
      'no-restricted-syntax': ['error', ...nowhere],
      'no-restricted-globals': ['error', ...never],
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    // A view is a picture of a figure and of nothing else.
    files: ['www/views/**/*.js'],
    rules: {
      'no-restricted-globals': ['error', ...never, ...['fetch', 'localStorage', 'sessionStorage', 'Worker', 'location', 'history']],
    },
  },
  {
    files: ['xtask/web/**/*.mjs', 'tests/web/**/*.{js,mjs}', 'bench/**/*.{js,mjs}', 'eslint.config.js'],
    // A test says what the browser is to run in the test itself.
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
];
