/**
 * What the parts of the page hand each other. Types only; the report's own are in analyst/protocol.js.
 *
 * @typedef {import('./analyst/protocol.js').Report} Report
 * @typedef {import('./analyst/protocol.js').Figure} Figure
 * @typedef {import('./analyst/protocol.js').Series} Series
 * @typedef {import('./analyst/protocol.js').Triangle} Triangle
 * @typedef {import('./analyst/protocol.js').Split} Split
 * @typedef {import('./analyst/protocol.js').Cell} Cell
 * @typedef {import('./analyst/protocol.js').Period} Period
 * @typedef {import('./analyst/protocol.js').Line} Line
 * @typedef {import('./analyst/protocol.js').Cohort} Cohort
 * @typedef {import('./analyst/protocol.js').Part} Part
 * @typedef {import('./analyst/protocol.js').Query} Query
 * @typedef {import('./analyst/protocol.js').Roster} Roster
 * @typedef {import('./analyst/protocol.js').Settings} Settings
 * @typedef {import('./words.js').Words} Words
 * @typedef {import('./words.js').Door} Door
 * @typedef {import('./numbers.js').Numbers} Numbers
 *
 * @typedef {object} Ui what is open, chosen, pointed at: kept by the element, each change draws again
 * @property {(key: string) => any} get
 * @property {(key: string, value: any) => void} set
 *
 * @typedef {object} Ctx all that a part of the report is drawn from
 * @property {Report} report
 * @property {Words} words
 * @property {Settings} settings
 * @property {string} lang
 * @property {string} theme
 * @property {Ui} ui
 * @property {(query: Query, offset: number, limit: number) => Promise<Roster>} members
 * @property {(patch: Settings) => void} change
 * @property {(name: string, blob: Blob) => void} download
 * @property {'wide'|'middle'|'narrow'} width
 * @property {boolean} paper whether it is drawn for print
 * @property {number} px the width of the column that figures stand in, in steps of 8
 * @property {() => void} [addFiles] asks for more files
 * @property {(field: string) => void} [settingsOpen] opens a setting
 * @property {(id: string) => void} [go] goes to a figure
 * @property {string} [at] the figure in view
 * @property {Record<string, {draw: () => unknown, on: unknown[]}>} [beside] settings that stand beside figures
 *
 * @typedef {object} List the customers behind a number: of one cell, or of several that have no customer in common
 * @property {Query[]} queries
 * @property {string} title a message, given the count
 * @property {Record<string, any>} args
 * @property {number} [money] what they pay a month together, where a cell says so
 * @property {List} [base] of a rate: those whom these are a part of
 * @property {List} [part] of a base: the list that it was opened from
 *
 * @typedef {object} Mark one cell of a figure as it reads
 * @property {string} name where it stands: its period and line, its part
 * @property {string} amount
 * @property {string[]} more
 * @property {List|null} list
 * @property {boolean} [partial]
 *
 * @typedef {object} Sight what a view is drawn with
 * @property {Words} words
 * @property {Numbers} say
 * @property {Report} report
 * @property {Settings} settings
 * @property {string} grain of the figure's periods
 * @property {string} place of the figure among the page's lists
 * @property {boolean} use whether it is about use (and not about paying)
 * @property {string} unit customers or users: whom the figure counts
 * @property {'wide'|'middle'|'narrow'} width
 * @property {number} px
 * @property {string} view which of the form's views is chosen
 * @property {string} said question and answer, the picture's name
 * @property {[number, number]|null} mark row and column of the mark that is pointed at
 * @property {[number, number]|null} opened row and column of the mark whose list is open
 * @property {typeof import('./views/charts.js')|null} charts null until Plot has come
 * @property {Figure[]} kin the figures of the same id, the whole first
 * @property {{get: (key: string) => any, set: (key: string, value: any) => void}} ui of this figure
 * @property {(mark: [number, number]|null) => void} point
 * @property {(list: List|null, opener: Element|null, mark?: [number, number]) => void} open
 * @property {(text: string, list: List|null, value?: number, mark?: [number, number]) => Door} door a number that opens its list
 *
 * @typedef {object} Form a figure, drawn
 * @property {string[]} views of the view switch, the usual first; none: it has only one
 * @property {() => unknown} picture
 * @property {(() => unknown)|null} table its twin; null where the picture is a table
 * @property {unknown} [legend]
 * @property {string} [note]
 * @property {string} [hint] what can be done with it on a screen
 * @property {unknown} [more] under all of it
 * @property {(Mark|null)[][]} marks by line or part, and period: for arrow keys and the readout
 * @property {boolean} [quiet] whether the readout is only heard: the form shows it itself
 * @property {(() => SVGSVGElement|null)} [drawing] the picture as a file of its own
 * @property {{name: string, fill: string}[]} [names] what its fills are, for that file
 */

export {};
