// What is used of the libraries that are measured: they are installed by the bench alone.

declare module 'udsv' {
  export function initParser(schema: object): {
    stringArrs: unknown;
    chunk(text: string, parse: unknown, row: (row: string[]) => void): void;
    end(): void;
  };
}

declare module 'papaparse' {
  const Papa: {
    parse(file: File, how: Record<string, unknown> & { chunk: (found: { data: string[][] }) => void }): void;
  };
  export default Papa;
}

declare module '@duckdb/duckdb-wasm' {
  export class VoidLogger {}
  export const DuckDBDataProtocol: { BROWSER_FILEREADER: number };
  export class AsyncDuckDB {
    constructor(logger: VoidLogger, worker: Worker);
    instantiate(module: string): Promise<null>;
    registerFileHandle(name: string, file: File, protocol: number, direct: boolean): Promise<void>;
    connect(): Promise<{ query(text: string): Promise<{ toArray(): any[] }> }>;
  }
}
