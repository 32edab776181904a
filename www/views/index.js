/** Shapes and their forms. The one table: a figure of a known shape is drawn, whatever its id. */

import { series } from './series.js';
import { split } from './split.js';
import { triangle } from './triangle.js';

/** @import { Figure, Form, Sight } from '../types.js' */

/** @type {Record<string, (v: Sight, figure: any) => Form>} */
export const VIEWS = { series, split, triangle };

/** @param {Sight} v @param {Figure} figure @returns {Form|null} null for a shape that has no form yet */
export const form = (v, figure) => VIEWS[figure.shape]?.(v, figure) ?? null;
