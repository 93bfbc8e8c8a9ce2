/** A tab of a real browser that is not Chromium, driven by what the browser itself offers and nothing between. */
export interface OtherBrowser {
  /** What it says it is, such as `firefox 140.0`. */
  readonly name: string;
  /** Broken content security policy and script errors, on every page that was opened. */
  readonly complaints: readonly string[];
  open(url: string): Promise<void>;
  /** Evaluates an expression in the page, past its content security policy, and gives its string. */
  read(expression: string): Promise<string>;
  /** Presses and lets go of the pointer, in CSS pixels from the corner of what is seen. */
  tap(x: number, y: number): Promise<void>;
  /** Presses one key after the other. */
  type(text: string): Promise<void>;
  stop(): Promise<void>;
}

/** What both protocols of WebDriver call an action; see https://w3c.github.io/webdriver/#actions. */
export const tapAt = (x: number, y: number) => [
  {
    type: 'pointer',
    id: 'mouse',
    parameters: { pointerType: 'mouse' },
    actions: [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ],
  },
];

/** The keys of a text, each down and up. */
export const keysOf = (text: string) => [
  {
    type: 'key',
    id: 'keyboard',
    actions: [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]),
  },
];
