// What the bundle gives to the page.

/** The worker's file in the site. */
declare const __EBB_WORKER__: string;
/** The pack's module in the site. */
declare const __EBB_WASM__: string;
/** The same for large files. */
declare const __EBB_FAST_WORKER__: string;
declare const __EBB_FAST_WASM__: string;
declare const __EBB_ZONES__: string;
/** The version of the crate. */
declare const __EBB_VERSION__: string;

declare module '*.ftl' {
  const words: string;
  export default words;
}

declare module 'ebb:words' {
  /** The header words by which columns are known. */
  const words: string;
  export default words;
}

declare module 'ebb:sample-report' {
  /** The sample's report, as the command line makes it. */
  const report: any;
  export default report;
}
