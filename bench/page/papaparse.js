// PapaParse in a worker of ours (in its own it would post every row), in chunks, rows as arrays of text.

import Papa from 'papaparse';
import { answers } from './ask.js';
import { Counting } from './triangle.js';

answers(
  ({ file }) =>
    new Promise((resolve, reject) => {
      const counting = new Counting();
      let skip = 1;
      Papa.parse(file, {
        delimiter: ',',
        newline: '\n',
        encoding: 'latin1',
        skipEmptyLines: true,
        chunkSize: 8 << 20,
        chunk: ({ data }) => {
          for (let i = skip; i < data.length; i += 1) counting.add(data[i][0], data[i][2]);
          skip = 0;
        },
        complete: () => resolve(counting.months()),
        error: reject,
      });
    }),
);
