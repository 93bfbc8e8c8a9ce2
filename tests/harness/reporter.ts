import { spec } from 'node:test/reporters';

/** Node's readable reporter, kept in one place so that all suites print alike. */
export default spec;
