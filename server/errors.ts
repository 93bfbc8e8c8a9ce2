import {
  ERROR_STATUS,
  type ErrorCode,
  NETWORK_ERROR_STATUS,
  type NetworkErrorBody,
  type NetworkErrorCode,
} from '../sdk/contract/error.ts';
import type { Text } from '../sdk/contract/text.ts';

/** Everything an answer can say went wrong. */
export type AnyErrorCode = ErrorCode | NetworkErrorCode;

const STATUS = { ...ERROR_STATUS, ...NETWORK_ERROR_STATUS };

/** What an error may tell besides its code. */
export interface ErrorDetail {
  /** For developers, in English. Without it the code's own sentence is used. */
  readonly message?: string;
  /** Path of the offending field, such as `seats.0.seat`. */
  readonly field?: string;
  /** The places that caused it. */
  readonly seats?: readonly string[];
  /** The lines of the cart that caused it. */
  readonly lines?: readonly string[];
  /** What a third party that refused it says to the visitor. */
  readonly text?: Text;
  /** The name of the partner that caused it. */
  readonly centre?: string;
  /** Seconds, when trying again may help. */
  readonly retryAfter?: number;
}

/** Everything thrown on purpose: a code of the contract, told to the caller as it is. Anything else becomes `internal`. */
export class FoyerError extends Error {
  readonly code: AnyErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: AnyErrorCode, detail: ErrorDetail = {}) {
    super(detail.message ?? code.replaceAll('_', ' '));
    this.name = 'FoyerError';
    this.code = code;
    this.detail = detail;
  }

  /** HTTP status of the code, as the contract fixes it. */
  get status(): (typeof STATUS)[AnyErrorCode] {
    return STATUS[this.code];
  }

  /** The answer's body. */
  toBody(requestId: string): NetworkErrorBody {
    const { centre, field, lines, seats, text, retryAfter } = this.detail;
    return {
      error: {
        code: this.code,
        message: this.message,
        ...(field !== undefined && { field }),
        ...(seats !== undefined && { seats: [...seats] }),
        ...(lines !== undefined && { lines: [...lines] }),
        ...(text !== undefined && { text }),
        ...(centre !== undefined && { centre }),
        ...(retryAfter !== undefined && { retryAfter }),
        requestId,
      },
    };
  }
}
