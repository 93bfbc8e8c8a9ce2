/** Version of these elements, the package's own; two on one page are compared by it. */
export const VERSION = '0.1.0';
