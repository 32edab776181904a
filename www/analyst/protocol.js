// The messages between the page and its worker, and the report they carry: told once, here.

/**
 * @typedef {'customers' | 'subscriptions' | 'invoices' | 'usage'} Kind
 * @typedef {'error' | 'warning' | 'question' | 'note'} Severity
 * @typedef {{n: number, of?: number, low?: number, high?: number, partial?: boolean}} Cell
 * @typedef {{start: string, end: string, complete: boolean}} Period
 * @typedef {{code: string, severity: Severity, file?: string, line?: number, column?: string, count: number, args: Record<string, string | number>}} Issue
 * @typedef {{file: string, kind: Kind | null, encoding: string, delimiter: string, rows: number, read: number, set_aside: number,
 *   columns: Array<{header: string, role: string | null, certain: boolean}>}} Source
 *
 * @typedef {{id: string, segment?: string, cells: Array<Cell | null>}} Line
 * @typedef {{start: string, size: number, cells: Array<Cell | null>}} Cohort
 * @typedef {{id: string, segment?: string, cell: Cell | null, money?: Cell}} Part
 * @typedef {{id: string, segment?: string, unit: string}} FigureHead
 * @typedef {FigureHead & {shape: 'series', periods: Period[], lines: Line[]}} Series
 * @typedef {FigureHead & {shape: 'triangle', ages: number, cohorts: Cohort[], average: Array<Cell | null>}} Triangle
 * @typedef {FigureHead & {shape: 'split', as_of: string | null, parts: Part[]}} Split
 * @typedef {Series | Triangle | Split} Figure
 *
 * @typedef {{version: number, as_of: string | null, zone: string, currency: string | null, exponent: number, grain: string,
 *   sources: Source[], issues: Issue[], figures: Figure[], unanswered: Array<{id: string, needs: string[]}>}} Report
 *
 * @typedef {{columns: Array<{id: string, unit: string}>, rows: Array<Array<string | number | null>>, total: number}} Roster
 * @typedef {{figure: string, line?: string, period?: string, cohort?: string, age?: number, part?: string, segment?: string, base?: boolean}} Query base: those whom a rate is a part of
 *
 * @typedef {{event: string, rows: number}} EventRows
 * @typedef {{file: string, line: number, column: string | null, text: string, code: string}} RowAside
 */

/**
 * What a file was taken for, from its beginning.
 * @typedef {'month-first' | 'day-first' | 'year-first' | 'point' | 'comma'} Reading
 * @typedef {{header: string, role: string | null, certain: boolean, samples: string[], reading?: Reading | null, reading_certain?: boolean}} ColumnGuess reading: where values could be read in two ways
 * @typedef {{file: string, kind: Kind | null, certain: boolean, encoding: string, encoding_certain?: boolean, encodings?: string[], delimiter: number | string, columns: ColumnGuess[], missing: string[], issues: Issue[]}} Guess
 */

/**
 * Settings as they are chosen: every field may be left out (report.md, section 3).
 * @typedef {Record<string, any>} Settings
 */

/**
 * @typedef {{read: number, total: number, rows: number, files: Array<{rows: number, set_aside: number, done: boolean}>}} Progress
 * @typedef {{code: string, args: Record<string, any>, text?: string, sources?: Source[], issues?: Issue[]}} Problem
 * @typedef {{text: string, place: string}} Panic
 * @typedef {{url: string, at: number}} Request at: milliseconds since 1970
 * @typedef {{line: number, text: string}} RawLine
 */

/** Bytes from which a file is taken for something. */
export const HEAD = 256 * 1024;

/** Bytes from which a file is worth the fast pack. */
export const LARGE = 16 * 1024 * 1024;

/**
 * How a worker is helped: only tests choose.
 * @typedef {{helpers?: number, patience?: number, least?: number}} PoolHow patience: ms of silence after which a helper is lost; least: bytes of a range
 */

/**
 * Page to worker, and worker to its helpers. Each has an answer or a problem with the same id.
 * @typedef {{id: number, do: 'start', module: WebAssembly.Module, zones?: string, script?: string, shared?: boolean, pool?: PoolHow}
 *   | {id: number, do: 'warm'}
 *   | {id: number, do: 'open', files: File[], heads: Uint8Array[], settings: Settings}
 *   | {id: number, do: 'read', settings: Settings}
 *   | {id: number, do: 'report', settings: Settings}
 *   | {id: number, do: 'members', settings: Settings, query: Query, offset: number, limit: number}
 *   | {id: number, do: 'events', settings: Settings}
 *   | {id: number, do: 'aside', settings: Settings, offset: number, limit: number}
 *   | {id: number, do: 'preview', file: File, encodings: string[]}
 *   | {id: number, do: 'memory'}
 *   | {id: number, do: 'help'} & import('./pool.js').Begun
 *   | {id: number, do: 'range', index: number, file: File} & import('./spans.js').Span
 *   | {id: number, do: 'give', index: number}
 *   | {id: number, do: 'lines', file: string, line: number, encoding: string}} Ask
 */

/**
 * Worker to page. `took` is a helper's: bytes and rows of the range that it reads, and its memory.
 * @typedef {{id: number, answer: any} | {id: number, problem: Problem} | {progress: Progress} | {first: Report}
 *   | {panic: Panic} | {violation: {directive: string, blocked: string}} | {requests: Request[]} | {took: {bytes: number, rows: number, memory: number}}} Tell
 */
